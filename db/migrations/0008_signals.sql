CREATE TABLE `alert_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`alert_id` integer NOT NULL,
	`delivery_id` integer,
	`at` integer NOT NULL,
	`status` text NOT NULL,
	`severity_text` text,
	FOREIGN KEY (`alert_id`) REFERENCES `alerts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`delivery_id`) REFERENCES `alert_deliveries`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `alert_changes_by_alert` ON `alert_changes` (`alert_id`,`id`);--> statement-breakpoint
CREATE INDEX `alert_changes_by_delivery` ON `alert_changes` (`delivery_id`);--> statement-breakpoint
CREATE TABLE `alert_deliveries` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`delivery_id` text NOT NULL,
	`body` blob,
	`headers` text NOT NULL,
	`received_at` integer NOT NULL,
	`last_received_at` integer NOT NULL,
	`times` integer DEFAULT 1 NOT NULL,
	`state` text NOT NULL,
	`problem` text,
	`alert_count` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `alert_sources`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_deliveries_by_delivery` ON `alert_deliveries` (`source_id`,`delivery_id`);--> statement-breakpoint
CREATE INDEX `alert_deliveries_by_source` ON `alert_deliveries` (`source_id`,`last_received_at`);--> statement-breakpoint
CREATE INDEX `alert_deliveries_by_state` ON `alert_deliveries` (`state`,`last_received_at`);--> statement-breakpoint
CREATE TABLE `alert_sources` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`key_ending` text NOT NULL,
	`proof` text DEFAULT 'none' NOT NULL,
	`secret` text,
	`former_secret` text,
	`settings` text NOT NULL,
	`service_id` integer,
	`last_seen_at` integer,
	`disabled_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_sources_keyHash_unique` ON `alert_sources` (`key_hash`);--> statement-breakpoint
CREATE TABLE `alerts` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`dedupe_key` text NOT NULL,
	`group_key` text,
	`status` text NOT NULL,
	`severity_text` text,
	`severity` text,
	`title` text NOT NULL,
	`description` text,
	`service_text` text,
	`service_id` integer,
	`labels` text NOT NULL,
	`url` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`told_at` integer,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`occurrences` integer DEFAULT 1 NOT NULL,
	`truncated` integer DEFAULT false NOT NULL,
	`incident_id` integer,
	`disposition` text DEFAULT 'waiting' NOT NULL,
	`rule_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `alert_sources`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_open` ON `alerts` (`source_id`,`dedupe_key`) WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX `alerts_by_key` ON `alerts` (`source_id`,`dedupe_key`,`id`);--> statement-breakpoint
CREATE INDEX `alerts_by_group` ON `alerts` (`source_id`,`group_key`,`status`);--> statement-breakpoint
CREATE INDEX `alerts_by_status` ON `alerts` (`status`,`last_seen_at`);--> statement-breakpoint
CREATE INDEX `alerts_by_disposition` ON `alerts` (`disposition`,`status`,`last_seen_at`);--> statement-breakpoint
CREATE INDEX `alerts_by_incident` ON `alerts` (`incident_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `alerts_by_service` ON `alerts` (`service_id`,`status`);