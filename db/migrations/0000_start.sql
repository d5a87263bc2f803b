CREATE TABLE `action_items` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`owner` text,
	`priority` text,
	`deadline` text,
	`type` text,
	`status` text,
	`position` integer NOT NULL,
	`source` text,
	`origin` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_items_by_incident` ON `action_items` (`incident_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `action_items_by_position` ON `action_items` (`position`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`object` text NOT NULL,
	`detail` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_log_by_object` ON `audit_log` (`object`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `communications` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`at` integer NOT NULL,
	`timestamp` text NOT NULL,
	`channel` text,
	`audience` text,
	`message` text NOT NULL,
	`next_update_due_at` integer,
	`source` text,
	`origin` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `communications_by_seq` ON `communications` (`incident_id`,`seq`);--> statement-breakpoint
CREATE INDEX `communications_by_ordinal` ON `communications` (`incident_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`at` integer NOT NULL,
	`timestamp` text NOT NULL,
	`type` text,
	`actor` text,
	`description` text NOT NULL,
	`metadata` text,
	`source` text,
	`origin` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `events_by_seq` ON `events` (`incident_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_by_ordinal` ON `events` (`incident_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`severity` text NOT NULL,
	`status` text NOT NULL,
	`declared_at` integer NOT NULL,
	`declared_at_text` text NOT NULL,
	`resolved_at` integer,
	`resolved_at_text` text,
	`commander` text,
	`service` text,
	`affected_services` text,
	`impact` text,
	`signals` text,
	`context` text,
	`resolution` text,
	`source` text,
	`imported_hash` text,
	`submission_key` text,
	`origin` text NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_key_unique` ON `incidents` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_submissionKey_unique` ON `incidents` (`submission_key`);--> statement-breakpoint
CREATE INDEX `incidents_by_status` ON `incidents` (`status`,`declared_at`);--> statement-breakpoint
CREATE INDEX `incidents_by_declared` ON `incidents` (`declared_at`);--> statement-breakpoint
CREATE TABLE `milestone_picks` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`milestone` text NOT NULL,
	`candidate` text NOT NULL,
	`picked_by` text NOT NULL,
	`picked_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `milestone_picks_by_milestone` ON `milestone_picks` (`incident_id`,`milestone`);--> statement-breakpoint
CREATE TABLE `participants` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`role` text,
	`source` text,
	`origin` text NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `participants_by_ordinal` ON `participants` (`incident_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_name_unique` ON `people` (`name`);--> statement-breakpoint
CREATE TABLE `person_aliases` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`alias` text NOT NULL,
	`confirmed_by` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `person_aliases_alias_unique` ON `person_aliases` (`alias`);--> statement-breakpoint
CREATE INDEX `person_aliases_by_person` ON `person_aliases` (`person_id`);--> statement-breakpoint
CREATE TABLE `postmortem_revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`postmortem_id` integer NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `postmortem_revisions_by_version` ON `postmortem_revisions` (`postmortem_id`,`version`);--> statement-breakpoint
CREATE TABLE `postmortems` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`body` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `postmortems_incidentId_unique` ON `postmortems` (`incident_id`);--> statement-breakpoint
CREATE TABLE `incident_services` (
	`incident_id` integer NOT NULL,
	`service_id` integer NOT NULL,
	PRIMARY KEY(`incident_id`, `service_id`),
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `incident_services_by_service` ON `incident_services` (`service_id`);--> statement-breakpoint
CREATE TABLE `services` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `services_name_unique` ON `services` (`name`);--> statement-breakpoint
CREATE TABLE `share_links` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`token_hash` text NOT NULL,
	`label` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`last_viewed_at` integer,
	`views` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `share_links_tokenHash_unique` ON `share_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `share_links_by_incident` ON `share_links` (`incident_id`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `public_incidents` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`public_id` text NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`started_at` integer NOT NULL,
	`resolved_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_incidents_incidentId_unique` ON `public_incidents` (`incident_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `public_incidents_publicId_unique` ON `public_incidents` (`public_id`);--> statement-breakpoint
CREATE TABLE `public_updates` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_incident_id` integer NOT NULL,
	`communication_id` integer,
	`public_id` text NOT NULL,
	`status` text NOT NULL,
	`body` text NOT NULL,
	`display_at` integer NOT NULL,
	`next_update_due_at` integer,
	`published_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`public_incident_id`) REFERENCES `public_incidents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`communication_id`) REFERENCES `communications`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_updates_communicationId_unique` ON `public_updates` (`communication_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `public_updates_publicId_unique` ON `public_updates` (`public_id`);--> statement-breakpoint
CREATE INDEX `public_updates_by_time` ON `public_updates` (`public_incident_id`,`display_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text NOT NULL,
	`person_id` integer,
	`is_demo` integer DEFAULT false NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);