import type { FastifyReply } from 'fastify';
import type { Fault } from '../platform/fault.ts';
import { escapeHtml, sendPlainPage } from '../platform/http/plain-page.ts';

/** The page behind a sign-in link. It only shows a button: a link preview that fetches it uses nothing up. */
export function sendSignInPage(reply: FastifyReply, token: string | undefined): FastifyReply {
  if (token === undefined || token === '') {
    return sendPlainPage(reply, {
      title: 'Sign in',
      body: '<p>Throughline has no passwords. Run <code>throughline sign-in-link</code> where it runs and open the link it prints.</p>',
    });
  }
  return sendPlainPage(reply, {
    title: 'Sign in',
    body: `<p>This link works once. This browser stays signed in for 30 days, or until you sign out.</p>
<form method="post" action="/api/v1/sign-in"><input type="hidden" name="token" value="${escapeHtml(token)}"><button type="submit" autofocus>Sign in to Throughline</button></form>`,
  });
}

/** What a browser sees when its link did not work. */
export function sendSignInFailure(reply: FastifyReply, fault: Fault): FastifyReply {
  return sendPlainPage(reply, {
    status: fault.status,
    title: 'That did not work',
    body: `<p>${escapeHtml(fault.message)}</p><p><a href="/">Open Throughline</a> if you are signed in already.</p>`,
  });
}
