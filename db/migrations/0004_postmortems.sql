CREATE TABLE `factor_actions` (
	`id` integer PRIMARY KEY NOT NULL,
	`factor_choice_id` integer NOT NULL,
	`action_item_id` integer NOT NULL,
	FOREIGN KEY (`factor_choice_id`) REFERENCES `factor_choices`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `factor_actions_by_choice` ON `factor_actions` (`factor_choice_id`,`action_item_id`);--> statement-breakpoint
CREATE INDEX `factor_actions_by_action` ON `factor_actions` (`action_item_id`);--> statement-breakpoint
CREATE TABLE `factor_choices` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`factor` text NOT NULL,
	`category` text,
	`category_by` text,
	`category_at` integer,
	`linked_by` text,
	`linked_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `factor_choices_by_factor` ON `factor_choices` (`incident_id`,`factor`);--> statement-breakpoint
CREATE TABLE `postmortem_comments` (
	`id` integer PRIMARY KEY NOT NULL,
	`postmortem_id` integer NOT NULL,
	`thread_id` integer,
	`quote` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`body` text NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`resolved_at` integer,
	`resolved_by` text,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `postmortem_comments_by_postmortem` ON `postmortem_comments` (`postmortem_id`,`thread_id`);--> statement-breakpoint
CREATE TABLE `postmortem_editions` (
	`id` integer PRIMARY KEY NOT NULL,
	`postmortem_id` integer NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`shared_body` text,
	`note` text,
	`shows_roles` integer DEFAULT false NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `postmortem_editions_by_number` ON `postmortem_editions` (`postmortem_id`,`number`);--> statement-breakpoint
CREATE TABLE `postmortem_reviewers` (
	`id` integer PRIMARY KEY NOT NULL,
	`postmortem_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`verdict` text,
	`note` text,
	`version` integer,
	`decided_at` integer,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `postmortem_reviewers_by_user` ON `postmortem_reviewers` (`postmortem_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `postmortem_reviewers_by_person` ON `postmortem_reviewers` (`user_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `postmortem_states` (
	`incident_id` integer PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `postmortem_templates` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sections` text NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `postmortem_templates_name_unique` ON `postmortem_templates` (`name`);--> statement-breakpoint
CREATE TABLE `postmortem_updates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`postmortem_id` integer NOT NULL,
	`data` blob NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`postmortem_id`) REFERENCES `postmortems`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `postmortem_updates_by_postmortem` ON `postmortem_updates` (`postmortem_id`,`id`);--> statement-breakpoint
CREATE TABLE `why_chains` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`problem` text NOT NULL,
	`answers` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `why_chains_by_incident` ON `why_chains` (`incident_id`);--> statement-breakpoint
CREATE TABLE `public_postmortems` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_incident_id` integer NOT NULL,
	`public_id` text NOT NULL,
	`edition` integer NOT NULL,
	`body` text NOT NULL,
	`note` text,
	`display_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_by` text NOT NULL,
	FOREIGN KEY (`public_incident_id`) REFERENCES `public_incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_postmortems_publicIncidentId_unique` ON `public_postmortems` (`public_incident_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `public_postmortems_publicId_unique` ON `public_postmortems` (`public_id`);--> statement-breakpoint
ALTER TABLE `postmortem_revisions` ADD `note` text;--> statement-breakpoint
ALTER TABLE `postmortems` ADD `template_id` integer REFERENCES postmortem_templates(id);--> statement-breakpoint
ALTER TABLE `postmortems` ADD `drafted` text;--> statement-breakpoint
ALTER TABLE `postmortems` ADD `shows_roles` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `postmortems` ADD `live_id` text;--> statement-breakpoint
ALTER TABLE `postmortems` ADD `body_row` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `postmortems` ADD `kept_row` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `share_links` ADD `shows_postmortem` integer DEFAULT false NOT NULL;