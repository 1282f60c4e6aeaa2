CREATE TABLE `handovers` (
	`document_id` integer PRIMARY KEY NOT NULL,
	`positions` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
