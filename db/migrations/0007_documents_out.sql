ALTER TABLE `documents` ADD `encoding` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `segmentation` text DEFAULT 'sentence' NOT NULL;--> statement-breakpoint
ALTER TABLE `projects` ADD `rules` text;--> statement-breakpoint
ALTER TABLE `segments` ADD `gap` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `segments` ADD `slot` text;--> statement-breakpoint
ALTER TABLE `segments` ADD `note` text;--> statement-breakpoint
-- Where a text stands in its document is what its finished document relies on.
DROP TRIGGER segments_source;
--> statement-breakpoint
CREATE TRIGGER segments_source BEFORE UPDATE ON segments
WHEN NEW.id IS NOT OLD.id OR NEW.document_id IS NOT OLD.document_id OR NEW.position IS NOT OLD.position
  OR NEW.paragraph IS NOT OLD.paragraph OR NEW.kind IS NOT OLD.kind OR NEW.source IS NOT OLD.source OR NEW.codes IS NOT OLD.codes
  OR NEW.gap IS NOT OLD.gap OR NEW.slot IS NOT OLD.slot OR NEW.note IS NOT OLD.note OR NEW.searched IS NOT OLD.searched
BEGIN SELECT RAISE(ABORT, 'segment: immutable'); END;
--> statement-breakpoint
DROP TRIGGER documents_immutable;
--> statement-breakpoint
CREATE TRIGGER documents_immutable BEFORE UPDATE ON documents
WHEN NEW.id IS NOT OLD.id OR NEW.project_id IS NOT OLD.project_id OR NEW.name IS NOT OLD.name OR NEW.format IS NOT OLD.format
  OR NEW.original IS NOT OLD.original OR NEW.encoding IS NOT OLD.encoding OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.imported_by IS NOT OLD.imported_by OR NEW.imported_at IS NOT OLD.imported_at
BEGIN SELECT RAISE(ABORT, 'document: immutable'); END;
