"use client";

import { ThemeProvider } from "next-themes";
import { useEffect, useState, type ReactNode } from "react";

declare global {
  var __webpack_nonce__: string | undefined;
}

type ProvidersProps = { nonce: string | undefined; children: ReactNode };

/**
 * Theme for the whole page. The style tag with which a dialog locks the page behind it takes its CSP
 * nonce from a global of the bundler's. The policy is the document's: a nonce that a refresh brings is
 * another answer's, and good for nothing here.
 */
export function Providers({ nonce: given, children }: ProvidersProps) {
  const [nonce] = useState(given);

  useEffect(() => {
    globalThis.__webpack_nonce__ = nonce;
  }, [nonce]);

  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      disableTransitionOnChange
      nonce={nonce}
    >
      {children}
    </ThemeProvider>
  );
}
