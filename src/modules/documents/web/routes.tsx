/** The pages of documents: the register, one document of it; and documents in the global search. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import type { SearchProvider } from '../../../shell/search.ts';
import { documentProblems } from '../document.messages.ts';
import { documentsTitles } from './documents.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/van-ban', component: lazyPage(() => import('./DocumentsPage.tsx'), 'DocumentsPage'), title: documentsTitles.documents, needs: 'document.read' },
  { path: '/van-ban/$id', component: lazyPage(() => import('./DocumentPage.tsx'), 'DocumentPage'), title: documentsTitles.document, needs: 'document.read' },
];

export const searchProviders: readonly SearchProvider[] = [
  // The contract's shapes come only when something is searched for.
  { id: 'documents', label: documentsTitles.documents, search: async (text, options) => (await import('./document.search.ts')).findDocuments(text, options) },
];

export const problemTexts = documentProblems;
