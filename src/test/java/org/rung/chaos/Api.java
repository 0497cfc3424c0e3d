package org.rung.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program with a token; whoever is up answers it. */
final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Status 0 when the answer was lost. */
    record Answer(int status, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        JsonNode ok() {
            if (status < 200 || status >= 300) throw new AssertionError(status + ": " + text);
            return json();
        }

        /** Nobody said yes or no: to be asked again with the same request id. */
        boolean unclear() {
            return status == 0 || status == 429 || status >= 500;
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Fleet fleet;
    private final String token;

    Api(Fleet fleet, String token) {
        this.fleet = fleet;
        this.token = token;
    }

    Answer get(String path) throws InterruptedException {
        return call("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    Answer post(String path, Map<String, ?> body) throws InterruptedException {
        return call("POST", path, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    Answer put(String path, Map<String, ?> body) throws InterruptedException {
        return call("PUT", path, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private Answer call(String method, String path, HttpRequest.BodyPublisher body) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(fleet.url() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException lost) {
            return new Answer(0, "");
        }
    }
}
