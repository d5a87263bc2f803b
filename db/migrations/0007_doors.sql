CREATE TABLE `account_links` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`nonce` text NOT NULL,
	`email` text NOT NULL,
	`role` text,
	`person_id` integer,
	`user_id` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_links_tokenHash_unique` ON `account_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `account_links_by_email` ON `account_links` (`kind`,`email`);--> statement-breakpoint
CREATE INDEX `account_links_by_user` ON `account_links` (`user_id`);--> statement-breakpoint
CREATE TABLE `api_answers` (
	`token_id` integer NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer NOT NULL,
	`headers` text NOT NULL,
	`body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`token_id`, `key`),
	FOREIGN KEY (`token_id`) REFERENCES `api_tokens`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `api_answers_by_created` ON `api_answers` (`created_at`);--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`ending` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	`revoked_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_tokenHash_unique` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_by_user` ON `api_tokens` (`user_id`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`email` text,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_by_subject` ON `identities` (`issuer`,`subject`);--> statement-breakpoint
CREATE UNIQUE INDEX `identities_by_user` ON `identities` (`user_id`,`issuer`);--> statement-breakpoint
CREATE TABLE `identity_offers` (
	`session_id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`email` text,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `identity_offers_by_user` ON `identity_offers` (`user_id`);--> statement-breakpoint
CREATE TABLE `provider_trips` (
	`id` text PRIMARY KEY NOT NULL,
	`browser` text NOT NULL,
	`nonce` text NOT NULL,
	`verifier` text NOT NULL,
	`purpose` text NOT NULL,
	`session_id` text,
	`invitation` text,
	`callback_url` text NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `half_sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `half_sign_ins_by_user` ON `half_sign_ins` (`user_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`hash` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `recovery_codes_by_user` ON `recovery_codes` (`user_id`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `share_followers` (
	`id` integer PRIMARY KEY NOT NULL,
	`link_id` integer NOT NULL,
	`address` text NOT NULL,
	`state` text NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`asked_at` integer,
	`confirmed_at` integer,
	`left_at` integer,
	`told_at` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`link_id`) REFERENCES `share_links`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `share_followers_token_unique` ON `share_followers` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `share_followers_by_address` ON `share_followers` (`link_id`,`address`);--> statement-breakpoint
CREATE TABLE `share_questions` (
	`id` integer PRIMARY KEY NOT NULL,
	`incident_id` integer NOT NULL,
	`link_id` integer NOT NULL,
	`text` text NOT NULL,
	`asker` text,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`link_id`) REFERENCES `share_links`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `share_questions_by_incident` ON `share_questions` (`incident_id`,`answered_at`);--> statement-breakpoint
CREATE INDEX `share_questions_by_link` ON `share_questions` (`link_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `share_views` (
	`link_id` integer NOT NULL,
	`day` text NOT NULL,
	`views` integer NOT NULL,
	PRIMARY KEY(`link_id`, `day`),
	FOREIGN KEY (`link_id`) REFERENCES `share_links`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `update_drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`incident_id` integer NOT NULL,
	`audience` text NOT NULL,
	`message` text NOT NULL,
	`drafted_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `update_drafts_by_incident` ON `update_drafts` (`incident_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_users` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`person_id` integer,
	`is_demo` integer DEFAULT false NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_users`("id", "email", "name", "role", "password_hash", "person_id", "is_demo", "disabled_at", "created_at") SELECT "id", "email", "name", "role", "password_hash", "person_id", "is_demo", "disabled_at", "created_at" FROM `users`;--> statement-breakpoint
DROP TABLE `users`;--> statement-breakpoint
ALTER TABLE `__new_users` RENAME TO `users`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
ALTER TABLE `audit_log` ADD `kind` text DEFAULT 'change' NOT NULL;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `via` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `address` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `key_id` text;--> statement-breakpoint
ALTER TABLE `audit_log` ADD `hash` text;--> statement-breakpoint
CREATE INDEX `audit_log_by_actor` ON `audit_log` (`actor`);--> statement-breakpoint
CREATE INDEX `audit_log_by_action` ON `audit_log` (`action`);--> statement-breakpoint
CREATE INDEX `audit_log_by_at` ON `audit_log` (`at`);--> statement-breakpoint
ALTER TABLE `share_links` ADD `rotated_at` integer;--> statement-breakpoint
ALTER TABLE `share_links` ADD `sections` text DEFAULT '["summary","updates","timeline","actions"]' NOT NULL;--> statement-breakpoint
ALTER TABLE `share_links` ADD `wording` text DEFAULT 'names' NOT NULL;--> statement-breakpoint
ALTER TABLE `share_links` ADD `shows_money` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `share_links` ADD `passcode_hash` text;--> statement-breakpoint
ALTER TABLE `share_links` ADD `checked_audit_id` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `share_links` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `proven_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `address` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `browser` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `signed_in_with` text DEFAULT 'password' NOT NULL;--> statement-breakpoint
CREATE TRIGGER `audit_log_only_grows` BEFORE INSERT ON `audit_log` WHEN NEW.`hash` IS NULL OR EXISTS (SELECT 1 FROM `audit_log` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(ABORT, 'The audit record only grows, by entries of its chain.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps_rows` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'The audit record only grows.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps_words` BEFORE UPDATE OF `id`, `at`, `kind`, `actor`, `action`, `object`, `detail`, `incident_id`, `via`, `address`, `request_id` ON `audit_log` BEGIN SELECT RAISE(ABORT, 'The audit record is never changed.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps_hashes` BEFORE UPDATE OF `hash`, `key_id` ON `audit_log` WHEN OLD.`hash` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'The audit record is never changed.'); END;
