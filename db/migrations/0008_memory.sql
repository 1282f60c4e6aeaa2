CREATE TABLE `memories` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`name` text NOT NULL,
	`format` text NOT NULL,
	`source` text NOT NULL,
	`target` text NOT NULL,
	`state` text DEFAULT 'coming' NOT NULL,
	`size` integer,
	`bytes` integer DEFAULT 0 NOT NULL,
	`units` integer DEFAULT 0 NOT NULL,
	`passed_over` integer DEFAULT 0 NOT NULL,
	`sha256` text,
	`operation_id` text NOT NULL,
	`imported_by` text,
	`begun_at` integer NOT NULL,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`imported_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "memories_state_known" CHECK(state in ('coming', 'there', 'removed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memories_once` ON `memories` (`project_id`,`sha256`) WHERE state = 'there';--> statement-breakpoint
CREATE UNIQUE INDEX `memories_operation` ON `memories` (`operation_id`) WHERE state <> 'removed';--> statement-breakpoint
CREATE TABLE `memory_units` (
	`memory_id` integer NOT NULL,
	`position` integer NOT NULL,
	`source` text NOT NULL,
	`target` text NOT NULL,
	`state` text NOT NULL,
	`more` text,
	PRIMARY KEY(`memory_id`, `position`),
	FOREIGN KEY (`memory_id`) REFERENCES `memories`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `events` ADD `memory_id` integer;--> statement-breakpoint
-- A memory begins empty and on its way in, is there once it is whole, and goes for good. Nothing else of it changes.
CREATE TRIGGER memories_begin BEFORE INSERT ON memories
WHEN NEW.state <> 'coming' OR NEW.bytes <> 0 OR NEW.units <> 0 OR NEW.passed_over <> 0 OR NEW.sha256 IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'memory: begins empty'); END;
--> statement-breakpoint
CREATE TRIGGER memories_first BEFORE INSERT ON memories
WHEN EXISTS (SELECT 1 FROM memories WHERE id = NEW.id OR (operation_id = NEW.operation_id AND state <> 'removed'))
BEGIN SELECT RAISE(ABORT, 'memory: kept'); END;
--> statement-breakpoint
CREATE TRIGGER memories_immutable BEFORE UPDATE ON memories
WHEN NEW.id IS NOT OLD.id OR NEW.project_id IS NOT OLD.project_id OR NEW.name IS NOT OLD.name OR NEW.format IS NOT OLD.format
  OR NEW.source IS NOT OLD.source OR NEW.target IS NOT OLD.target OR NEW.size IS NOT OLD.size
  OR NEW.operation_id IS NOT OLD.operation_id OR NEW.imported_by IS NOT OLD.imported_by OR NEW.begun_at IS NOT OLD.begun_at
  OR (OLD.state = 'there' AND (NEW.bytes IS NOT OLD.bytes OR NEW.units IS NOT OLD.units OR NEW.passed_over IS NOT OLD.passed_over
    OR NEW.sha256 IS NOT OLD.sha256 OR NEW.imported_at IS NOT OLD.imported_at))
BEGIN SELECT RAISE(ABORT, 'memory: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER memories_onwards BEFORE UPDATE ON memories
WHEN OLD.state = 'removed' OR (OLD.state = 'there' AND NEW.state = 'coming')
BEGIN SELECT RAISE(ABORT, 'memory: not on its way in'); END;
--> statement-breakpoint
CREATE TRIGGER memories_whole BEFORE UPDATE OF state ON memories
WHEN OLD.state = 'coming' AND NEW.state = 'there' AND (NEW.sha256 IS NULL
  OR NEW.units IS NOT (SELECT max(position) FROM memory_units WHERE memory_id = NEW.id))
BEGIN SELECT RAISE(ABORT, 'memory: not whole'); END;
--> statement-breakpoint
CREATE TRIGGER memories_kept BEFORE DELETE ON memories WHEN OLD.state <> 'removed'
BEGIN SELECT RAISE(ABORT, 'memory: kept'); END;
--> statement-breakpoint

-- Units follow each other without gaps into a memory on its way in, stay as they are, and go with it.
CREATE TRIGGER memory_units_follow BEFORE INSERT ON memory_units
BEGIN SELECT CASE
  WHEN (SELECT state FROM memories WHERE id = NEW.memory_id) IS NOT 'coming' THEN RAISE(ABORT, 'memory: not on its way in')
  WHEN NEW.position IS NOT 1 + (SELECT coalesce(max(position), 0) FROM memory_units WHERE memory_id = NEW.memory_id)
    THEN RAISE(ABORT, 'memory unit: not the next one')
END; END;
--> statement-breakpoint
CREATE TRIGGER memory_units_immutable BEFORE UPDATE ON memory_units
BEGIN SELECT RAISE(ABORT, 'memory unit: immutable'); END;
--> statement-breakpoint
CREATE TRIGGER memory_units_kept BEFORE DELETE ON memory_units
WHEN (SELECT state FROM memories WHERE id = OLD.memory_id) IS NOT 'removed'
BEGIN SELECT RAISE(ABORT, 'memory unit: kept'); END;
