# Built where an embedded database exists, because the build reads its tables back from one; the jar runs anywhere.
FROM --platform=linux/amd64 eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml rung ./
COPY src src
COPY frontend/static frontend/static
COPY db-migrations db-migrations
RUN --mount=type=cache,target=/root/.m2 ./rung package \
 && java -Djarmode=tools -jar target/rung-0.1.0-SNAPSHOT.jar extract --destination /app

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/rung rung
WORKDIR /app
COPY --from=build /app/lib lib
COPY --from=build /app/rung-0.1.0-SNAPSHOT.jar rung.jar
COPY LICENSE .
USER rung
ENV RUNG_HOME=/var/lib/rung RUNG_PORT=8080
EXPOSE 8080
VOLUME /var/lib/rung
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$RUNG_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "rung.jar"]
