# The web service (docs/serving.md) in a container: docker build -t ankle-coach .
# docker run -e SKILL_ID=amzn1.ask.skill... -p 127.0.0.1:8080:8080 ankle-coach
FROM python:3.13-slim-bookworm AS build
WORKDIR /build
COPY requirements/run.txt requirements/
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements/run.txt
COPY . .
RUN /venv/bin/python -m tools compile skill/library/content.json \
    && /venv/bin/python -m compileall -q skill

FROM python:3.13-slim-bookworm
# Nobody's account: the service writes nothing.
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin ankle-coach
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build /build/skill skill
COPY LICENSE .
USER 10001
ENV HOST=0.0.0.0 PORT=8080 PYTHONDONTWRITEBYTECODE=1
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
    CMD ["/venv/bin/python", "-c", "import os, urllib.request as r; r.urlopen(f\"http://127.0.0.1:{os.environ['PORT']}/health\", timeout=4)"]
CMD ["/venv/bin/python", "-m", "skill.web"]
