# One image for api, worker and cli; docker-compose.yml says which of them a container runs.
FROM node:22-bookworm-slim AS base
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN node tools/build.mjs

FROM base AS packages
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev

FROM base AS wilma
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 3000
CMD ["node", "dist/programs/api.js"]
