import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { explainError } from '../cli/explain-error.ts';
import { Fault } from '../fault.ts';

/** Any error of a request as a Fault: ours as they are, the framework's under codes of our own. */
export function faultOfRequest(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      path: `${error.validationContext ?? ''}${issue.instancePath}`,
      message: issue.message ?? 'not as expected',
    }));
    const listed = errors.map((issue) => `${issue.path}: ${issue.message}`).join('; ');
    return new Fault('invalid_request', `The request is not as expected: ${listed}. See /api/v1/openapi.json for its shape.`, {
      status: 400,
      details: { errors },
    });
  }
  const status = statusOf(error);
  if (status !== undefined && status < 500) return new Fault(codeOf(status), messageOf(error), { status, cause: error });
  const fault = explainError(error);
  if (fault.code !== 'unexpected') return fault;
  // What an unforeseen error says may hold values or file names: it goes to the log, not to the browser.
  return new Fault(
    'unexpected',
    'Something went wrong that we did not foresee. Try again; if it stays, the log of the server tells more under this reference.',
    { cause: error },
  );
}

/** Answers with application/problem+json (RFC 9457); `instance` is the request id, to be quoted. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, fault: Fault): FastifyReply {
  if (fault.status === 503) reply.header('retry-after', '2');
  return reply
    .code(fault.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `urn:throughline:problem:${fault.code}`,
        title: titleOf(fault.code),
        status: fault.status,
        detail: fault.message,
        instance: request.id,
        code: fault.code,
        ...(Object.keys(fault.details).length > 0 ? { details: fault.details } : {}),
      }),
    );
}

/** Whether whoever asks is a browser that shows pages (and not a program that reads JSON). */
export function wantsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

const CODES: Record<number, string> = {
  400: 'invalid_request',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'request_too_large',
  415: 'unsupported_content_type',
  429: 'too_many_requests',
};

function codeOf(status: number): string {
  return CODES[status] ?? 'invalid_request';
}

function statusOf(error: unknown): number | undefined {
  if (!isFastifyError(error)) return undefined;
  return error.statusCode;
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.endsWith('.') ? message : `${message}.`;
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
}

function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
