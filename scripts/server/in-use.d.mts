export function useFolder(dataDir: string): () => void;
export function haveFolderAlone(dataDir: string): () => void;
