export function shareFolder(dataDir: string): () => void;
export function haveFolderAlone(dataDir: string): () => void;
