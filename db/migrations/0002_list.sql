DROP INDEX `incident_services_by_service`;--> statement-breakpoint
CREATE INDEX `incident_services_by_service` ON `incident_services` (`service_id`,`incident_id`);--> statement-breakpoint
ALTER TABLE `incidents` ADD `urgency` text GENERATED ALWAYS AS (iif(resolved_at is not null or merged_into_id is not null or status in ('resolved', 'postmortem', 'closed'), 'over', severity)) VIRTUAL;--> statement-breakpoint
CREATE INDEX `incidents_by_urgency` ON `incidents` (`urgency`,"declared_at" desc,"id" desc,`is_private`,`is_drill`,`severity`,`status`,`commander`);--> statement-breakpoint
CREATE INDEX `incidents_by_commander` ON `incidents` (`commander`);--> statement-breakpoint
CREATE INDEX `incidents_by_resolved` ON `incidents` (`resolved_at`);--> statement-breakpoint
CREATE INDEX `incidents_of_demo` ON `incidents` (`is_demo`) WHERE is_demo = 1;--> statement-breakpoint
CREATE INDEX `participants_by_name` ON `participants` (`name`);