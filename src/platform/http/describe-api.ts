import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { version } from '../config.ts';

/** Validates and serialises by the routes' Zod schemas, and writes the OpenAPI 3.1 document from the same ones. */
export async function describeApi(server: FastifyInstance): Promise<void> {
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Throughline',
        version,
        description:
          'Customer-journey data of field-service businesses. Errors are application/problem+json with a stable code. Say which business with the header X-Throughline-Business or ?business=SLUG.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'throughline_session' } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
}
