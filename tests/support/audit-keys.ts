/** Keys that no test finds in a data folder, so that none is made in the repository. */
globalThis.musterAuditKeys = [{ id: "test", key: "a key for tests, of thirty-two letters" }];
globalThis.musterSealKeys = [{ id: "test", key: "another key for tests, of many letters" }];
