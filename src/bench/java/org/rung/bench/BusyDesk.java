package org.rung.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.rung.common.Id;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One texter at first texts without a browser: signs in by the form, opens the screen and does as its element does, in
 * Vaadin's own messages over HTTP, with its push connection open beside them.
 */
final class BusyDesk implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** What a phone of 390 pixels says of itself. */
    private static final String PHONE = "&v-sh=800&v-sw=390&v-wh=800&v-ww=390&v-bh=800&v-bw=390&v-tzo=-480&v-dstd=60"
            + "&v-rtzo=-480&v-dston=false&v-tzid=America%2FLos_Angeles&v-wn=bench&v-td=true&v-pr=1&v-np=Linux&v-cs=light"
            + "&v-pv=VISIBLE&v-fs=NOT_FULLSCREEN&v-so=portrait-primary&v-soa=0&v-tn=aura";
    /** The element asks for more when fewer are left. */
    private static final int FEW = 6;

    private final HttpClient http;
    private final URI house;
    private final AtomicInteger troubles;
    private final AtomicLong bytes = new AtomicLong();
    private final ArrayDeque<JsonNode> cards = new ArrayDeque<>();
    private final Map<String, String> answers = new HashMap<>();
    private final StringBuilder pushed = new StringBuilder();
    private String cookie = "";
    private String csrf = "";
    private int ui;
    private int element;
    private int said;
    private int seen;
    private boolean asked;
    private boolean dry;
    private volatile boolean open = true;
    private WebSocket push;

    /** @param troubles counts what went wrong, here and with the push connection */
    BusyDesk(HttpClient http, URI house, AtomicInteger troubles, String email, String password, String path)
            throws IOException, InterruptedException {
        this.http = http;
        this.house = house;
        this.troubles = troubles;
        var token = FORGERY.matcher(get("/sign-in"));
        if (!token.find()) throw new IOException("The sign-in form has no token");
        post(
                "/sign-in",
                "application/x-www-form-urlencoded",
                form(Map.of("username", email, "password", password, "_csrf", token.group(1))));
        // What it weighs to open the screen, from here on.
        bytes.set(0);
        get(path);
        var config = JSON.readTree(get("/?v-r=init&location=" + encoded(path.substring(1)) + "&query=" + PHONE))
                .path("appConfig");
        ui = config.path("v-uiId").asInt();
        csrf = config.path("uidl").path("Vaadin-Security-Key").asString();
        read(config.path("uidl"));
        push = http.newWebSocketBuilder()
                .header("Cookie", cookie)
                .buildAsync(
                        URI.create(
                                house.toString().replaceFirst("http", "ws") + "/VAADIN/push?v-r=push&v-uiId=" + ui
                                        + "&v-pushId="
                                        + config.path("uidl")
                                                .path("Vaadin-Push-ID")
                                                .asString()
                                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                                        + "&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0"),
                        new Listening())
                .join();
        say(1, "ui-navigate", Map.of("route", path, "query", "", "appShellTitle", "Rung", "trigger", ""));
        if (element == 0 || cards.isEmpty()) throw new IOException("No card at " + path);
    }

    /** Bytes in both directions since the last time, with the headers that are sent here, and none of a browser's own. */
    long weighed() {
        return bytes.getAndSet(0);
    }

    /** Sends the card on top; how long it took, in nanoseconds, until the server's word that it has it. */
    synchronized long send() throws IOException, InterruptedException {
        if (cards.isEmpty() && dry) tell("pull", "", "", "");
        if (cards.isEmpty()) throw new IOException("No card is left");
        var card = cards.poll();
        String id = card.path("id").asString();
        long begun = System.nanoTime();
        tell("send", id, card.path("body").asString(), Id.next() + "-bench");
        long took = System.nanoTime() - begun;
        if (!"accepted".equals(answers.remove(id))) throw new IOException("Not accepted: " + id);
        if (cards.size() < FEW && !asked && !dry) {
            asked = true;
            tell("more", "", "", "");
        }
        return took;
    }

    /** The barest thing that the same session can ask the same server. */
    synchronized long beat() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        post("/?v-r=heartbeat&v-uiId=" + ui, "text/plain", "");
        return System.nanoTime() - begun;
    }

    private void tell(String what, String id, String body, String request) throws IOException, InterruptedException {
        var data = new HashMap<String, Object>();
        Map.of("what", what, "id", id, "body", body, "request", request, "message", "", "reason", "")
                .forEach((name, value) -> data.put("event.detail." + name, value));
        say(element, "desk-said", data);
    }

    private void say(int node, String event, Map<String, Object> data) throws IOException, InterruptedException {
        var rpc = Map.of("type", "event", "node", node, "event", event, "data", data);
        String answer = post(
                "/?v-r=uidl&v-uiId=" + ui,
                "application/json; charset=UTF-8",
                JSON.writeValueAsString(
                        Map.of("csrfToken", csrf, "rpc", List.of(rpc), "syncId", seen, "clientId", said++)));
        read(JSON.readTree(answer.replaceFirst("^for\\(;;\\);\\[(.*)\\]$", "$1")));
    }

    /** What the server wants done, as far as it concerns the element. */
    private synchronized void read(JsonNode message) {
        seen = Math.max(seen, message.path("syncId").asInt(0));
        if (message.path("meta").has("appError") || message.path("meta").has("sessionExpired"))
            troubles.incrementAndGet();
        for (var change : message.path("changes")) {
            if (change.path("value").asString("").equals("rung-first-texts"))
                element = change.path("node").asInt();
        }
        for (var call : message.path("execute")) {
            String script = call.path(call.size() - 1).asString("");
            if (script.startsWith("return $0.begin(") || script.startsWith("return $0.again(")) {
                deal(JSON.readTree(call.path(1).asString()).path("first"));
            } else if (script.startsWith("return $0.deal(")) {
                deal(JSON.readTree(call.path(1).asString()));
            } else if (script.startsWith("return $0.accepted(")) {
                answers.put(call.path(1).asString(), "accepted");
            } else if (script.startsWith("return $0.failed(") || script.startsWith("return $0.stale(")) {
                troubles.incrementAndGet();
            }
        }
    }

    private void deal(JsonNode fresh) {
        asked = false;
        dry = fresh.isEmpty();
        fresh.forEach(cards::add);
    }

    private String get(String path) throws IOException, InterruptedException {
        return answer("GET", path, "", BodyPublishers.noBody(), 0);
    }

    private String post(String path, String type, String body) throws IOException, InterruptedException {
        return answer("POST", path, type, BodyPublishers.ofString(body), body.getBytes(StandardCharsets.UTF_8).length);
    }

    private String answer(String method, String path, String type, BodyPublisher body, long length)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(house + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Encoding", "gzip")
                .method(method, body);
        if (!cookie.isEmpty()) request.header("Cookie", cookie);
        if (!type.isEmpty()) request.header("Content-Type", type);
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        bytes.addAndGet(length + method.length() + path.length() + cookie.length() + type.length() + 90);
        weigh(answer);
        if (answer.statusCode() >= 400 || location(answer).contains("sign-in"))
            throw new IOException(answer.statusCode() + " " + location(answer) + " after " + method + " " + path);
        for (String set : answer.headers().allValues("Set-Cookie"))
            if (set.startsWith("JSESSIONID=")) cookie = set.substring(0, set.indexOf(';'));
        boolean zipped =
                answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (var in = new ByteArrayInputStream(answer.body())) {
            return new String(
                    zipped ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private void weigh(HttpResponse<byte[]> answer) {
        bytes.addAndGet(answer.body().length + 17);
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> values.forEach(value -> bytes.addAndGet(name.length() + value.length() + 4)));
    }

    private static String form(Map<String, String> fields) {
        var form = new StringBuilder();
        fields.forEach((name, value) ->
                form.append(form.isEmpty() ? "" : "&").append(name).append('=').append(encoded(value)));
        return form.toString();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        open = false;
        push.abort();
    }

    /** Each message comes behind its length; a heartbeat is one sign. */
    private final class Listening implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            bytes.addAndGet(part.length() + 4L);
            synchronized (BusyDesk.this) {
                pushed.append(part);
                for (int bar = pushed.indexOf("|"); bar > 0; bar = pushed.indexOf("|")) {
                    int end = bar + 1 + Integer.parseInt(pushed.substring(0, bar));
                    if (pushed.length() < end) break;
                    String message = pushed.substring(bar + 1, end).replaceFirst("^for\\(;;\\);\\[(.*)\\]$", "$1");
                    pushed.delete(0, end);
                    if (message.startsWith("{")) read(JSON.readTree(message));
                }
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String why) {
            if (open) troubles.incrementAndGet();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable broken) {
            if (open) troubles.incrementAndGet();
        }
    }
}
