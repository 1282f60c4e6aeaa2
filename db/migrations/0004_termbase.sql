CREATE TABLE `concept_revisions` (
	`concept_id` text NOT NULL,
	`number` integer NOT NULL,
	`entry` text,
	`glossary_version` integer NOT NULL,
	`author` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`concept_id`, `number`),
	FOREIGN KEY (`glossary_version`) REFERENCES `glossary_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `concept_revisions_version` ON `concept_revisions` (`glossary_version`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`segment_id` integer,
	`source` text NOT NULL,
	`target` text NOT NULL,
	`note` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`accepted` integer,
	`concept_id` text,
	`decided_by` text,
	`decided_at` integer,
	`answer` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposals_open` ON `proposals` (`accepted`);--> statement-breakpoint
ALTER TABLE `segments` ADD `judged_by` integer;--> statement-breakpoint
CREATE INDEX `segments_judged` ON `segments` (`judged_by`);