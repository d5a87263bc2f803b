CREATE VIRTUAL TABLE `search_incidents` USING fts5(key, title, service, commander, content='incidents', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');--> statement-breakpoint
CREATE TRIGGER `search_incidents_insert` AFTER INSERT ON `incidents` BEGIN
	INSERT INTO `search_incidents` (rowid, key, title, service, commander) VALUES (new.id, new.key, new.title, new.service, new.commander);
END;--> statement-breakpoint
CREATE TRIGGER `search_incidents_delete` AFTER DELETE ON `incidents` BEGIN
	INSERT INTO `search_incidents` (`search_incidents`, rowid, key, title, service, commander) VALUES ('delete', old.id, old.key, old.title, old.service, old.commander);
END;--> statement-breakpoint
CREATE TRIGGER `search_incidents_update` AFTER UPDATE OF id, key, title, service, commander ON `incidents` BEGIN
	INSERT INTO `search_incidents` (`search_incidents`, rowid, key, title, service, commander) VALUES ('delete', old.id, old.key, old.title, old.service, old.commander);
	INSERT INTO `search_incidents` (rowid, key, title, service, commander) VALUES (new.id, new.key, new.title, new.service, new.commander);
END;--> statement-breakpoint
INSERT INTO `search_incidents` (`search_incidents`) VALUES ('rebuild');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_events` USING fts5(description, content='events', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');--> statement-breakpoint
CREATE TRIGGER `search_events_insert` AFTER INSERT ON `events` BEGIN
	INSERT INTO `search_events` (rowid, description) VALUES (new.id, new.description);
END;--> statement-breakpoint
CREATE TRIGGER `search_events_delete` AFTER DELETE ON `events` BEGIN
	INSERT INTO `search_events` (`search_events`, rowid, description) VALUES ('delete', old.id, old.description);
END;--> statement-breakpoint
CREATE TRIGGER `search_events_update` AFTER UPDATE OF id, description ON `events` BEGIN
	INSERT INTO `search_events` (`search_events`, rowid, description) VALUES ('delete', old.id, old.description);
	INSERT INTO `search_events` (rowid, description) VALUES (new.id, new.description);
END;--> statement-breakpoint
INSERT INTO `search_events` (`search_events`) VALUES ('rebuild');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_communications` USING fts5(message, content='communications', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');--> statement-breakpoint
CREATE TRIGGER `search_communications_insert` AFTER INSERT ON `communications` BEGIN
	INSERT INTO `search_communications` (rowid, message) VALUES (new.id, new.message);
END;--> statement-breakpoint
CREATE TRIGGER `search_communications_delete` AFTER DELETE ON `communications` BEGIN
	INSERT INTO `search_communications` (`search_communications`, rowid, message) VALUES ('delete', old.id, old.message);
END;--> statement-breakpoint
CREATE TRIGGER `search_communications_update` AFTER UPDATE OF id, message ON `communications` BEGIN
	INSERT INTO `search_communications` (`search_communications`, rowid, message) VALUES ('delete', old.id, old.message);
	INSERT INTO `search_communications` (rowid, message) VALUES (new.id, new.message);
END;--> statement-breakpoint
INSERT INTO `search_communications` (`search_communications`) VALUES ('rebuild');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_postmortems` USING fts5(body, content='postmortems', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');--> statement-breakpoint
CREATE TRIGGER `search_postmortems_insert` AFTER INSERT ON `postmortems` BEGIN
	INSERT INTO `search_postmortems` (rowid, body) VALUES (new.id, new.body);
END;--> statement-breakpoint
CREATE TRIGGER `search_postmortems_delete` AFTER DELETE ON `postmortems` BEGIN
	INSERT INTO `search_postmortems` (`search_postmortems`, rowid, body) VALUES ('delete', old.id, old.body);
END;--> statement-breakpoint
CREATE TRIGGER `search_postmortems_update` AFTER UPDATE OF id, body ON `postmortems` BEGIN
	INSERT INTO `search_postmortems` (`search_postmortems`, rowid, body) VALUES ('delete', old.id, old.body);
	INSERT INTO `search_postmortems` (rowid, body) VALUES (new.id, new.body);
END;--> statement-breakpoint
INSERT INTO `search_postmortems` (`search_postmortems`) VALUES ('rebuild');--> statement-breakpoint
CREATE VIRTUAL TABLE `search_action_items` USING fts5(title, owner, content='action_items', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');--> statement-breakpoint
CREATE TRIGGER `search_action_items_insert` AFTER INSERT ON `action_items` BEGIN
	INSERT INTO `search_action_items` (rowid, title, owner) VALUES (new.id, new.title, new.owner);
END;--> statement-breakpoint
CREATE TRIGGER `search_action_items_delete` AFTER DELETE ON `action_items` BEGIN
	INSERT INTO `search_action_items` (`search_action_items`, rowid, title, owner) VALUES ('delete', old.id, old.title, old.owner);
END;--> statement-breakpoint
CREATE TRIGGER `search_action_items_update` AFTER UPDATE OF id, title, owner ON `action_items` BEGIN
	INSERT INTO `search_action_items` (`search_action_items`, rowid, title, owner) VALUES ('delete', old.id, old.title, old.owner);
	INSERT INTO `search_action_items` (rowid, title, owner) VALUES (new.id, new.title, new.owner);
END;--> statement-breakpoint
INSERT INTO `search_action_items` (`search_action_items`) VALUES ('rebuild');
