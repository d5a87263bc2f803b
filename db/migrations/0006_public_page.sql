CREATE TABLE `maintenance_components` (
	`id` integer PRIMARY KEY NOT NULL,
	`maintenance_id` integer NOT NULL,
	`component_id` integer NOT NULL,
	`during` text DEFAULT 'under_maintenance' NOT NULL,
	FOREIGN KEY (`maintenance_id`) REFERENCES `maintenances`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`component_id`) REFERENCES `components`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `maintenance_components_by_component` ON `maintenance_components` (`maintenance_id`,`component_id`);--> statement-breakpoint
CREATE TABLE `maintenance_templates` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`minutes` integer NOT NULL,
	`component_ids` text NOT NULL,
	`changed_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `maintenance_templates_name_unique` ON `maintenance_templates` (`name`);--> statement-breakpoint
CREATE TABLE `maintenance_update_components` (
	`id` integer PRIMARY KEY NOT NULL,
	`maintenance_update_id` integer NOT NULL,
	`component_id` integer NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	FOREIGN KEY (`maintenance_update_id`) REFERENCES `maintenance_updates`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`component_id`) REFERENCES `components`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `maintenance_update_components_by_update` ON `maintenance_update_components` (`maintenance_update_id`,`component_id`);--> statement-breakpoint
CREATE TABLE `maintenance_updates` (
	`id` integer PRIMARY KEY NOT NULL,
	`maintenance_id` integer NOT NULL,
	`public_id` text NOT NULL,
	`status` text NOT NULL,
	`body` text NOT NULL,
	`display_at` integer NOT NULL,
	`corrected_at` integer,
	`published_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`maintenance_id`) REFERENCES `maintenances`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `maintenance_updates_publicId_unique` ON `maintenance_updates` (`public_id`);--> statement-breakpoint
CREATE INDEX `maintenance_updates_by_time` ON `maintenance_updates` (`maintenance_id`,`display_at`);--> statement-breakpoint
CREATE TABLE `maintenances` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`scheduled_for` integer NOT NULL,
	`scheduled_until` integer NOT NULL,
	`starts_itself` integer DEFAULT true NOT NULL,
	`ends_itself` integer DEFAULT true NOT NULL,
	`remind_before` integer,
	`reminded_at` integer,
	`started_at` integer,
	`completed_at` integer,
	`cancelled_at` integer,
	`sequence` integer DEFAULT 0 NOT NULL,
	`created_by` text NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `maintenances_publicId_unique` ON `maintenances` (`public_id`);--> statement-breakpoint
CREATE INDEX `maintenances_by_time` ON `maintenances` (`status`,`scheduled_for`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`rank` integer NOT NULL,
	`public_update_id` integer,
	`component_state_id` integer,
	`maintenance_update_id` integer,
	`maintenance_id` integer,
	`created_at` integer NOT NULL,
	`posted_at` integer,
	`mailed_up_to` integer DEFAULT 0 NOT NULL,
	`mailed_at` integer,
	FOREIGN KEY (`public_update_id`) REFERENCES `public_updates`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`component_state_id`) REFERENCES `component_states`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`maintenance_update_id`) REFERENCES `maintenance_updates`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`maintenance_id`) REFERENCES `maintenances`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_key_unique` ON `notices` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_publicUpdateId_unique` ON `notices` (`public_update_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_componentStateId_unique` ON `notices` (`component_state_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_maintenanceUpdateId_unique` ON `notices` (`maintenance_update_id`);--> statement-breakpoint
CREATE INDEX `notices_by_turn` ON `notices` (`mailed_at`,`rank`,`id`);--> statement-breakpoint
CREATE TABLE `status_page` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`name` text NOT NULL,
	`about` text,
	`zone` text NOT NULL,
	`support_url` text,
	`copy_url` text,
	`mails_per_hour` integer DEFAULT 5000 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `subscriber_components` (
	`subscriber_id` integer NOT NULL,
	`component_id` integer NOT NULL,
	PRIMARY KEY(`subscriber_id`, `component_id`),
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`component_id`) REFERENCES `components`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `subscriber_components_by_component` ON `subscriber_components` (`component_id`);--> statement-breakpoint
CREATE TABLE `subscribers` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`address` text NOT NULL,
	`state` text NOT NULL,
	`token` text NOT NULL,
	`secret` text,
	`created_at` integer NOT NULL,
	`asked_at` integer,
	`confirmed_at` integer,
	`left_at` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`problem` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `subscribers_token_unique` ON `subscribers` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `subscribers_by_address` ON `subscribers` (`kind`,`address`);--> statement-breakpoint
CREATE INDEX `subscribers_by_state` ON `subscribers` (`state`,`id`);--> statement-breakpoint
DROP INDEX `components_name_unique`;--> statement-breakpoint
ALTER TABLE `components` ADD `is_group` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `components` ADD `group_id` integer REFERENCES components(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `components` ADD `shows_uptime` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `components` ADD `is_only_shown_degraded` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `components` ADD `start_date` text;--> statement-breakpoint
DROP INDEX `outbox_by_due`;--> statement-breakpoint
ALTER TABLE `outbox` ADD `rank` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `subscriber_id` integer REFERENCES subscribers(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `outbox` ADD `notice_id` integer REFERENCES notices(id) ON DELETE set null;--> statement-breakpoint
CREATE INDEX `outbox_by_turn` ON `outbox` (`state`,`rank`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_by_subscriber` ON `outbox` (`subscriber_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_by_sending` ON `outbox` (`sent_at`);--> statement-breakpoint
CREATE INDEX `outbox_by_notice` ON `outbox` (`notice_id`,`state`);--> statement-breakpoint
ALTER TABLE `component_states` ADD `public_update_id` integer REFERENCES public_updates(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `component_states` ADD `maintenance_id` integer REFERENCES maintenances(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `component_states` ADD `corrected_at` integer;--> statement-breakpoint
ALTER TABLE `component_states` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `component_states` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `public_incidents` ADD `impact` text;--> statement-breakpoint
ALTER TABLE `public_incidents` ADD `withdrawn_at` integer;--> statement-breakpoint
INSERT INTO `status_page` (`id`, `public_id`, `name`, `zone`, `updated_at`) VALUES (1, lower(hex(randomblob(6))), 'Status', 'Etc/UTC', unixepoch() * 1000);
