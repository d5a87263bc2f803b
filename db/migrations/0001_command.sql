CREATE TABLE `component_states` (
	`id` integer PRIMARY KEY NOT NULL,
	`component_id` integer NOT NULL,
	`status` text NOT NULL,
	`effective_at` integer NOT NULL,
	`incident_id` integer,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`component_id`) REFERENCES `components`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `component_states_by_time` ON `component_states` (`component_id`,`effective_at`);--> statement-breakpoint
CREATE TABLE `components` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`position` integer NOT NULL,
	`status` text DEFAULT 'operational' NOT NULL,
	`status_at` integer NOT NULL,
	`service_id` integer,
	`is_demo` integer DEFAULT false NOT NULL,
	`archived_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `components_publicId_unique` ON `components` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `components_name_unique` ON `components` (`name`);--> statement-breakpoint
CREATE TABLE `public_update_components` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_update_id` integer NOT NULL,
	`component_id` integer NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	FOREIGN KEY (`public_update_id`) REFERENCES `public_updates`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`component_id`) REFERENCES `components`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_update_components_by_update` ON `public_update_components` (`public_update_id`,`component_id`);--> statement-breakpoint
CREATE TABLE `incident_links` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`other_id` integer NOT NULL,
	`note` text,
	`linked_by` text NOT NULL,
	`linked_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `incident_links_by_pair` ON `incident_links` (`incident_id`,`other_id`);--> statement-breakpoint
CREATE INDEX `incident_links_by_other` ON `incident_links` (`other_id`);--> statement-breakpoint
CREATE TABLE `incident_members` (
	`incident_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`incident_id`, `user_id`),
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `incident_members_by_user` ON `incident_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `role_assignments` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`role` text NOT NULL,
	`person` text NOT NULL,
	`assumed_at` integer NOT NULL,
	`gave_up_at` integer,
	`note` text,
	`assigned_by` text NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `role_assignments_by_incident` ON `role_assignments` (`incident_id`,`role`);--> statement-breakpoint
CREATE INDEX `role_assignments_by_person` ON `role_assignments` (`person`,`gave_up_at`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_by_name` ON `saved_views` (`user_id`,`name`);--> statement-breakpoint
CREATE TABLE `severity_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`before` text,
	`after` text NOT NULL,
	`computed` text,
	`score` real,
	`reason` text,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `severity_changes_by_incident` ON `severity_changes` (`incident_id`,`changed_at`);--> statement-breakpoint
CREATE TABLE `communication_revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`communication_id` integer NOT NULL,
	`message` text NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	FOREIGN KEY (`communication_id`) REFERENCES `communications`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `communication_revisions_by_communication` ON `communication_revisions` (`communication_id`);--> statement-breakpoint
CREATE TABLE `event_links` (
	`id` integer PRIMARY KEY NOT NULL,
	`event_id` integer NOT NULL,
	`url` text,
	`file_id` integer,
	`title` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_links_by_event` ON `event_links` (`event_id`);--> statement-breakpoint
CREATE TABLE `event_revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`event_id` integer NOT NULL,
	`at` integer NOT NULL,
	`type` text,
	`description` text NOT NULL,
	`audience` text NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_revisions_by_event` ON `event_revisions` (`event_id`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`public_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` blob NOT NULL,
	`uploaded_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `files_publicId_unique` ON `files` (`public_id`);--> statement-breakpoint
CREATE INDEX `files_by_incident` ON `files` (`incident_id`);--> statement-breakpoint
CREATE TABLE `gap_questions` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`person` text NOT NULL,
	`note` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `gap_questions_by_incident` ON `gap_questions` (`incident_id`);--> statement-breakpoint
CREATE INDEX `gap_questions_by_person` ON `gap_questions` (`person`,`answered_at`);--> statement-breakpoint
ALTER TABLE `audit_log` ADD `incident_id` integer;--> statement-breakpoint
CREATE INDEX `audit_log_by_incident` ON `audit_log` (`incident_id`);--> statement-breakpoint
ALTER TABLE `communications` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `communications` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `recorded_by` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `audience` text DEFAULT 'internal' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `is_pinned` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `incidents` ADD `is_drill` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `incidents` ADD `is_private` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `incidents` ADD `declared_by` integer;--> statement-breakpoint
ALTER TABLE `incidents` ADD `merged_into_id` integer REFERENCES incidents(id);--> statement-breakpoint
ALTER TABLE `incidents` ADD `merged_at` integer;--> statement-breakpoint
ALTER TABLE `incidents` ADD `merged_by` text;--> statement-breakpoint
CREATE INDEX `incidents_by_merge` ON `incidents` (`merged_into_id`);--> statement-breakpoint
ALTER TABLE `public_updates` ADD `corrected_at` integer;