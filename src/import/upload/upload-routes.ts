import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { importKindsShape, sayRequest, uploadFileShape, uploadListShape, uploadShape } from '../../../contract/uploads.ts';
import { Fault } from '../../platform/fault.ts';
import type { RouteDoor } from '../../platform/http/route-door.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { requireManager } from '../../tenancy/index.ts';
import { OTHER_ENDINGS } from '../engine/collect-files.ts';
import { fileKinds } from '../file-kind.ts';
import { requireMapping } from '../mapping/mapping.ts';
import { findMappings } from '../mapping/remember-mapping.ts';
import { isAtWork, requireIdle } from './at-work.ts';
import { fileName } from './file-name.ts';
import {
  changeUpload,
  dropUpload,
  dropUploadFile,
  keepUploadFile,
  listUploadFiles,
  listUploads,
  openUpload,
  readUpload,
  readUploadFile,
  type Upload,
  type UploadFile,
  uploadFilePath,
} from './keep-upload.ts';
import { MAX_FILE_BYTES, MAX_FILES, receiveFile, tooLarge } from './receive-file.ts';
import { recogniseUploadFile } from './recognise-upload-file.ts';
import { listUpload, showUpload, showUploadFile } from './show-upload.ts';
import { sweepUploads } from './sweep-uploads.ts';
import { fileFolder, type UploadPlace, uploadFolder } from './upload-folder.ts';
import { openUploadTasks } from './upload-tasks.ts';

const TAGS = ['imports'];
const withUpload = z.object({ upload: z.string() });
const withFile = withUpload.extend({ file: z.string() });

/** Files come up one by one, are looked at, checked by a dry run, and imported; all of it for managers only. */
export const uploadRoutes: RouteDoor = {
  async register(outer, { database, modules, dataDir }) {
    const kinds = fileKinds.collect(modules);
    const tasks = openUploadTasks({ database, modules, dataDir });
    outer.addHook('onReady', async () => void sweepUploads(dataDir));
    outer.addHook('preClose', () => tasks.close());

    /** Where the upload of a request lies; its id is looked for among those of the request's business only. */
    const placeOf = (request: FastifyRequest<{ Params: { upload: string } }>): UploadPlace => {
      requireManager(request);
      return { dataDir, businessId: request.businessId, uploadId: request.params.upload };
    };
    const show = (place: UploadPlace) => showUpload(place, readUpload(place), tasks);
    const recognise = async (place: UploadPlace, file: Omit<UploadFile, 'recognised'>): Promise<UploadFile> => {
      const remembered = await database.inBusiness(place.businessId, findMappings, 'read');
      const { as, mapping } = file;
      const whole = { ...file, recognised: await recogniseUploadFile(uploadFilePath(place, file), { kinds, remembered, as, mapping }) };
      keepUploadFile(place, whole);
      changeUpload(place, REOPENED);
      return whole;
    };

    // In a scope of its own, so that only here a body is a stream and not a value in memory.
    await outer.register(async (plain) => {
      plain.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));
      const server = plain.withTypeProvider<ZodTypeProvider>();

      server.get(
        '/imports/kinds',
        {
          schema: {
            tags: TAGS,
            summary: 'What can be imported: kinds of report with their columns, and limits',
            response: { 200: importKindsShape },
          },
        },
        () => ({
          kinds: kinds.map(({ kind, title, columns }) => ({
            kind,
            title,
            columns: columns.map(({ name, headers, required }) => ({ name, header: headers[0] ?? name, required: required === true })),
          })),
          otherEndings: OTHER_ENDINGS,
          maxFileBytes: MAX_FILE_BYTES,
          maxFiles: MAX_FILES,
        }),
      );

      server.get(
        '/imports/uploads',
        { schema: { tags: TAGS, summary: 'Files that came up and are not imported yet', response: { 200: uploadListShape } } },
        (request) => {
          requireManager(request);
          const place = { dataDir, businessId: request.businessId };
          const open = listUploads(place).filter((upload) => upload.state !== 'done');
          return { uploads: open.map((upload) => listUpload({ ...place, uploadId: upload.id }, upload, tasks)) };
        },
      );

      server.post(
        '/imports/uploads',
        { schema: { tags: TAGS, summary: 'Begin an import: an empty upload that files are sent to', response: { 201: uploadShape } } },
        async (request, reply) => {
          requireManager(request);
          sweepUploads(dataDir);
          const place = { dataDir, businessId: request.businessId };
          const upload = openUpload(place, `web:${request.member.email}`);
          return reply.code(201).send(showUpload({ ...place, uploadId: upload.id }, upload, tasks));
        },
      );

      server.get(
        '/imports/uploads/:upload',
        {
          schema: {
            tags: TAGS,
            summary: 'An upload: its files, how far a check or import is, and its report',
            params: withUpload,
            response: { 200: uploadShape },
          },
        },
        (request) => show(placeOf(request)),
      );

      server.post(
        '/imports/uploads/:upload/files',
        {
          bodyLimit: MAX_FILE_BYTES,
          schema: {
            tags: TAGS,
            summary: 'Send one file as it is (application/octet-stream); answers what it was recognised as',
            consumes: ['application/octet-stream'],
            params: withUpload,
            querystring: z.object({ name: z.string().min(1).max(4000).describe('the name of the file') }),
            response: { 201: uploadFileShape },
          },
        },
        async (request, reply) => {
          const place = placeOf(request);
          requireIdle(readUpload(place));
          const present = listUploadFiles(place);
          if (present.length >= MAX_FILES) throw tooManyFiles();
          const name = fileName(
            request.query.name,
            present.map((file) => file.name),
          );
          if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES) throw tooLarge(name);
          const id = uuidV7();
          const body = request.body instanceof Readable ? request.body : Readable.from([]);
          const bytes = await receiveFile(body, fileFolder(uploadFolder(place), id), name);
          return reply.code(201).send(showUploadFile(await recognise(place, { id, name, bytes, as: null, mapping: null })));
        },
      );

      server.post(
        '/imports/uploads/:upload/files/:file',
        {
          schema: {
            tags: TAGS,
            summary: 'Say what a file is: a kind of report, or which of its columns is which',
            params: withFile,
            body: sayRequest,
            response: { 200: uploadFileShape },
          },
        },
        async (request) => {
          const place = placeOf(request);
          requireIdle(readUpload(place));
          const { recognised: _before, ...file } = readUploadFile(place, request.params.file);
          const { as, mapping } = request.body;
          const said = mapping === null ? null : requireMapping({ ...mapping, name: file.name }, kinds);
          if (as !== null) requireMapping({ name: file.name, kind: as, columns: {}, constants: {} }, kinds, file.name);
          return showUploadFile(await recognise(place, { ...file, as, mapping: said }));
        },
      );

      server.delete(
        '/imports/uploads/:upload/files/:file',
        { schema: { tags: TAGS, summary: 'Leave a file out', params: withFile, response: { 200: uploadShape } } },
        (request) => {
          const place = placeOf(request);
          requireIdle(readUpload(place));
          dropUploadFile(place, readUploadFile(place, request.params.file).id);
          changeUpload(place, REOPENED);
          return show(place);
        },
      );

      for (const [verb, task, summary] of TASKS)
        server.post(
          `/imports/uploads/:upload/${verb}`,
          { schema: { tags: TAGS, summary, params: withUpload, response: { 202: uploadShape } } },
          async (request, reply) => {
            const place = placeOf(request);
            const upload = readUpload(place);
            if (upload.state === 'done') throw importedAlready();
            // Asked for twice, it runs once.
            const runsAlready = isAtWork(upload) && upload.task?.name === task;
            if (!runsAlready) tasks.start(place, task, `web:${request.member.email}`);
            return reply.code(202).send(show(place));
          },
        );

      server.post(
        '/imports/uploads/:upload/stop',
        {
          schema: {
            tags: TAGS,
            summary: 'Stop a check or import at its next safe point; an import stopped so is gone on with by executing it again',
            params: withUpload,
            response: { 200: uploadShape },
          },
        },
        async (request) => {
          const place = placeOf(request);
          readUpload(place);
          await tasks.stop(place.uploadId);
          return show(place);
        },
      );

      server.delete(
        '/imports/uploads/:upload',
        {
          schema: {
            tags: TAGS,
            summary: 'Throw the files away; what was imported of them stays',
            params: withUpload,
            response: { 204: z.null() },
          },
        },
        async (request, reply) => {
          const place = placeOf(request);
          readUpload(place);
          await tasks.stop(place.uploadId);
          dropUpload(place);
          return reply.code(204).send(null);
        },
      );
    });
  },
};

/** What was found out by a check holds no longer when a file comes, goes or is read otherwise. */
const REOPENED: Partial<Upload> = { state: 'open', report: null, groups: [], failure: null };

const TASKS = [
  ['check', 'checking', 'Begin the dry run: everything is done and rolled back, and the report is exactly what executing will do'],
  ['execute', 'importing', 'Begin the import, or go on with one that was stopped; poll the upload for its progress and report'],
] as const;

function tooManyFiles(): Fault {
  return new Fault(
    'upload_too_many_files',
    `${MAX_FILES} files are the most one import may have here. Import these first, then the others.`,
    {
      status: 413,
      exit: 'usage',
    },
  );
}

function importedAlready(): Fault {
  return new Fault('upload_done', 'These files are imported. Begin another import to import more.', { status: 409, exit: 'usage' });
}
