CREATE TABLE `mentions` (
	`document_id` integer NOT NULL,
	`concept` text NOT NULL,
	`position` integer NOT NULL,
	`segment_id` integer NOT NULL,
	PRIMARY KEY(`document_id`, `concept`, `position`),
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mentions_segment` ON `mentions` (`segment_id`);--> statement-breakpoint
CREATE TABLE `waivers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`segment_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`concept` text NOT NULL,
	`concept_version` text NOT NULL,
	`source_start` integer NOT NULL,
	`source_end` integer NOT NULL,
	`code` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`granted` integer,
	`decided_by` text,
	`decided_at` integer,
	`answer` text,
	FOREIGN KEY (`asked_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `waivers_segment` ON `waivers` (`segment_id`);--> statement-breakpoint
CREATE INDEX `waivers_concept` ON `waivers` (`concept`);--> statement-breakpoint
DROP INDEX `ledgers_once`;--> statement-breakpoint
CREATE INDEX `ledgers_revision` ON `ledgers` (`segment_id`,`revision`,`glossary_version`);--> statement-breakpoint
ALTER TABLE `approvals` ADD `ledger_id` integer REFERENCES ledgers(id);--> statement-breakpoint
ALTER TABLE `documents` ADD `date` text DEFAULT '1970-01-01' NOT NULL;--> statement-breakpoint
ALTER TABLE `occurrences` ADD `waiver_id` integer REFERENCES waivers(id);--> statement-breakpoint
ALTER TABLE `segments` ADD `ledger_id` integer;