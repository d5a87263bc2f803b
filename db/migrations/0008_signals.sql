CREATE TABLE `alert_rules` (
	`id` integer PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`conditions` text NOT NULL,
	`deed` text NOT NULL,
	`severity` text,
	`title_template` text NOT NULL,
	`joins` text NOT NULL,
	`window_minutes` integer,
	`closes` text NOT NULL,
	`disabled_at` integer,
	`is_demo` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `alert_rules_by_position` ON `alert_rules` (`position`);--> statement-breakpoint
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
	`is_demo` integer DEFAULT false NOT NULL,
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
	`decided_by` text,
	`reason` text,
	`muted_until` integer,
	`acknowledged_by` text,
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
CREATE INDEX `alerts_by_service` ON `alerts` (`service_id`,`status`);--> statement-breakpoint
CREATE INDEX `alerts_muted` ON `alerts` (`source_id`,`dedupe_key`,`muted_until`) WHERE muted_until is not null;--> statement-breakpoint
CREATE TABLE `audit_checkpoints` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`entries` integer NOT NULL,
	`file` text NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL,
	`key_id` text NOT NULL,
	`seal` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `escalation_calls` (
	`id` integer PRIMARY KEY NOT NULL,
	`escalation_id` integer NOT NULL,
	`level` text NOT NULL,
	`user_id` integer NOT NULL,
	`called_at` integer NOT NULL,
	`nonce` text NOT NULL,
	`token_hash` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`escalation_id`) REFERENCES `escalations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `escalation_calls_tokenHash_unique` ON `escalation_calls` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `escalation_calls_by_person` ON `escalation_calls` (`escalation_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `escalation_calls_by_user` ON `escalation_calls` (`user_id`);--> statement-breakpoint
CREATE TABLE `escalations` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`started_at` integer NOT NULL,
	`level` text,
	`calls` integer DEFAULT 0 NOT NULL,
	`called_at` integer NOT NULL,
	`put_off_until` integer,
	`acknowledged_at` integer,
	`acknowledged_by` text,
	`acknowledgement` text,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `escalations_by_incident` ON `escalations` (`incident_id`);--> statement-breakpoint
CREATE INDEX `escalations_by_turn` ON `escalations` (`acknowledged_at`,`level`);--> statement-breakpoint
CREATE TABLE `incident_causes` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`category` text NOT NULL,
	`factor` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `incident_causes_by_incident` ON `incident_causes` (`incident_id`);--> statement-breakpoint
CREATE TABLE `incident_figures` (
	`incident_id` integer PRIMARY KEY NOT NULL,
	`is_stale` integer DEFAULT true NOT NULL,
	`detect_minutes` real,
	`mitigate_minutes` real,
	`resolve_minutes` real,
	`duration` real,
	`updates_kept` integer DEFAULT 0 NOT NULL,
	`updates_missed` integer DEFAULT 0 NOT NULL,
	`updates_open` integer DEFAULT 0 NOT NULL,
	`reports_kept` integer DEFAULT 0 NOT NULL,
	`reports_missed` integer DEFAULT 0 NOT NULL,
	`reports_open` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `incident_figures_stale` ON `incident_figures` (`is_stale`) WHERE is_stale = 1;--> statement-breakpoint
CREATE TABLE `limit_counts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`machine` text NOT NULL,
	`limit` text NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `channels` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`hint` text NOT NULL,
	`secret` text,
	`is_internal` integer DEFAULT true NOT NULL,
	`hears_drills` integer DEFAULT true NOT NULL,
	`service_id` integer,
	`team_id` integer,
	`per_minute` integer NOT NULL,
	`is_on` integer DEFAULT true NOT NULL,
	`problem` text,
	`sent_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `channels_key_unique` ON `channels` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `channels_name_unique` ON `channels` (`name`);--> statement-breakpoint
CREATE TABLE `happenings` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`happening` text NOT NULL,
	`incident_id` integer,
	`told` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `happenings_key_unique` ON `happenings` (`key`);--> statement-breakpoint
CREATE INDEX `happenings_by_incident` ON `happenings` (`incident_id`);--> statement-breakpoint
CREATE TABLE `notification_choices` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`choices` text NOT NULL,
	`quiet_from` text,
	`quiet_until` text,
	`zone` text NOT NULL,
	`sev1_breaks_through` integer DEFAULT true NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `notification_rules` (
	`id` integer PRIMARY KEY NOT NULL,
	`channel_id` integer NOT NULL,
	`happening` text NOT NULL,
	`down_to` text NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notification_rules_by_channel` ON `notification_rules` (`channel_id`,`happening`);--> statement-breakpoint
CREATE INDEX `notification_rules_by_happening` ON `notification_rules` (`happening`);--> statement-breakpoint
CREATE TABLE `on_call_places` (
	`team_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`team_id`, `person_id`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `on_call_places_by_person` ON `on_call_places` (`person_id`);--> statement-breakpoint
CREATE TABLE `on_call_plans` (
	`team_id` integer PRIMARY KEY NOT NULL,
	`rotates_from` text,
	`cover_id` integer,
	`cover_until` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`cover_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
DROP INDEX `incidents_by_declared`;--> statement-breakpoint
CREATE INDEX `incidents_by_declared` ON `incidents` (`declared_at`,`severity`,`is_drill`,`is_private`,`merged_into_id`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `channel_id` integer REFERENCES channels(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `outbox` ADD `user_id` integer REFERENCES users(id) ON DELETE cascade;--> statement-breakpoint
CREATE INDEX `outbox_by_channel` ON `outbox` (`channel_id`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_by_user` ON `outbox` (`user_id`,`state`,`due_at`);--> statement-breakpoint
DROP TRIGGER `audit_log_keeps_rows`;--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps_rows` BEFORE DELETE ON `audit_log` WHEN OLD.`id` > coalesce((SELECT max(`id`) FROM `audit_checkpoints`), 0) BEGIN SELECT RAISE(ABORT, 'The audit record only grows.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_checkpoints_keep_rows` BEFORE DELETE ON `audit_checkpoints` BEGIN SELECT RAISE(ABORT, 'The audit record only grows.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_checkpoints_keep_words` BEFORE UPDATE ON `audit_checkpoints` BEGIN SELECT RAISE(ABORT, 'The audit record is never changed.'); END;
--> statement-breakpoint
CREATE TRIGGER `incident_figures_insert` AFTER INSERT ON `incidents` BEGIN INSERT INTO `incident_figures` (`incident_id`) VALUES (new.`id`); END;--> statement-breakpoint
CREATE TRIGGER `incident_figures_update` AFTER UPDATE OF `status`, `declared_at_text`, `resolved_at_text`, `resolved_at`, `context`, `resolution`, `source` ON `incidents` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = new.`id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `events_figures_insert` AFTER INSERT ON `events` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = new.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `events_figures_update` AFTER UPDATE OF `ordinal`, `timestamp`, `type`, `source` ON `events` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = new.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `events_figures_delete` AFTER DELETE ON `events` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = old.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `communications_figures_insert` AFTER INSERT ON `communications` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = new.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `communications_figures_update` AFTER UPDATE OF `ordinal`, `timestamp`, `audience`, `message`, `next_update_due_at`, `source` ON `communications` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = new.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `communications_figures_delete` AFTER DELETE ON `communications` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = old.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `milestone_picks_figures_insert` AFTER INSERT ON `milestone_picks` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = new.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `milestone_picks_figures_update` AFTER UPDATE ON `milestone_picks` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = new.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `milestone_picks_figures_delete` AFTER DELETE ON `milestone_picks` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = old.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `factor_choices_figures_insert` AFTER INSERT ON `factor_choices` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = new.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `factor_choices_figures_update` AFTER UPDATE ON `factor_choices` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = new.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `factor_choices_figures_delete` AFTER DELETE ON `factor_choices` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = old.`incident_id` AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `postmortem_editions_figures_insert` AFTER INSERT ON `postmortem_editions` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = (SELECT `incident_id` FROM `postmortems` WHERE `id` = new.`postmortem_id`) AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `postmortem_editions_figures_update` AFTER UPDATE OF `published_at` ON `postmortem_editions` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = (SELECT `incident_id` FROM `postmortems` WHERE `id` = new.`postmortem_id`) AND `is_stale` = 0; END;--> statement-breakpoint
CREATE TRIGGER `postmortem_editions_figures_delete` AFTER DELETE ON `postmortem_editions` BEGIN UPDATE `incident_figures` SET `is_stale` = 1 WHERE `incident_id` = (SELECT `incident_id` FROM `postmortems` WHERE `id` = old.`postmortem_id`) AND `is_stale` = 0; END;--> statement-breakpoint
INSERT INTO `incident_figures` (`incident_id`) SELECT `id` FROM `incidents`;
