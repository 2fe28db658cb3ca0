import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { OverviewPage } from '../areas/overview/OverviewPage.tsx';
import { readOverviewSearch } from '../areas/overview/overview-search.ts';
import { Frame } from './Frame.tsx';
import { NotFound } from './NotFound.tsx';
import { readQuestionSearch } from '../areas/questions/questions-search.ts';
import { readText } from './read-search.ts';

/** The business stays in the address from page to page, so that a link opens what its sender saw. */
const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): { business?: string } => readText(search, 'business'),
  search: { middlewares: [retainSearchParams(['business'])] },
});

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewPage, validateSearch: readOverviewSearch });

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  component: lazyRouteComponent(() => import('../areas/customers/CustomerListPage.tsx'), 'CustomerListPage'),
  validateSearch: (search: Record<string, unknown>): { search?: string } => readText(search, 'search'),
});

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('../areas/customers/CustomerPage.tsx'), 'CustomerPage'),
});

const questions = createRoute({
  getParentRoute: () => root,
  path: '/questions',
  component: lazyRouteComponent(() => import('../areas/questions/QuestionListPage.tsx'), 'QuestionListPage'),
  validateSearch: (search: Record<string, unknown>): { search?: string } => readText(search, 'search'),
});

const question = createRoute({
  getParentRoute: () => root,
  path: '/questions/$questionId',
  component: lazyRouteComponent(() => import('../areas/questions/QuestionPage.tsx'), 'QuestionPage'),
  validateSearch: readQuestionSearch,
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  component: lazyRouteComponent(() => import('../areas/review/ReviewPage.tsx'), 'ReviewPage'),
  validateSearch: (search: Record<string, unknown>): { pair?: string } => readText(search, 'pair'),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('../areas/imports/ImportListPage.tsx'), 'ImportListPage'),
});

const upload = createRoute({
  getParentRoute: () => root,
  path: '/imports/uploads/$uploadId',
  component: lazyRouteComponent(() => import('../areas/imports/upload/UploadPage.tsx'), 'UploadPage'),
});

const quarantine = createRoute({
  getParentRoute: () => root,
  path: '/imports/$batch/quarantine',
  component: lazyRouteComponent(() => import('../areas/imports/quarantine/QuarantinePage.tsx'), 'QuarantinePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([overview, customers, customer, questions, question, review, imports, upload, quarantine]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
