# Untested where it was written: see docs/running.md.
FROM node:22-bookworm-slim
WORKDIR /house
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN mkdir /data && chown -R node: /data .
USER node
ENV DATA_DIR=/data
VOLUME /data
EXPOSE 3000
CMD ["node", "scripts/start.mjs"]
