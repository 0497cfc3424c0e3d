package org.rung.senders.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.segments.Segments;
import org.rung.senders.twilio.Form;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's own addresses for texts, on this machine only; documented at twilio.com/docs/messaging/api. */
@RestController
@InSimulation
@RequestMapping(path = "/sim/2010-04-01/Accounts/{account}", produces = MediaType.APPLICATION_JSON_VALUE)
class SimulatedTwilio {
    /** As Twilio writes them: its SDK reads "+0000" and takes "GMT" for no date at all. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private static final int LONGEST_VALIDITY = 36_000;

    private final SimulatedKeys keys;
    private final SimulatedTextStore texts;
    private final SimulatedNetwork network;
    private final Clock clock;
    private final Duration slowness;

    /** {@code slowness} is how long an answer takes after the text was taken: time for a test to end the process. */
    SimulatedTwilio(
            SimulatedKeys keys,
            SimulatedTextStore texts,
            SimulatedNetwork network,
            Clock clock,
            @Value("${RUNG_SIMULATOR_SLOWNESS:0s}") Duration slowness) {
        this.keys = keys;
        this.texts = texts;
        this.network = network;
        this.clock = clock;
        this.slowness = slowness;
    }

    @PostMapping("/Messages.json")
    ResponseEntity<Map<String, Object>> send(@PathVariable("account") String account, HttpServletRequest request)
            throws IOException, InterruptedException {
        Optional<String> token = keys.token(account, request);
        if (token.isEmpty()) {
            return refused(401, 20003, "Authenticate");
        }
        byte[] whole = request.getInputStream().readAllBytes();
        Form form = Form.read(whole);
        List<String> media = Form.all(whole, "MediaUrl");
        Optional<PhoneNumber> to = form.get("To").flatMap(SimulatedTwilio::phone);
        Optional<String> from = form.get("From").or(() -> form.get("MessagingServiceSid"));
        Optional<String> body = form.get("Body");
        if (to.isEmpty()) {
            return refused(400, 21211, "Invalid 'To' Phone Number");
        }
        if (media.size() > 10) {
            return refused(400, 21623, "Number of media files exceeds allowed limit");
        }
        if (from.isEmpty() || (body.isEmpty() && media.isEmpty())) {
            return refused(400, 21602, "Message body and From are required.");
        }
        if (body.orElse("").length() > 1600) {
            return refused(400, 21617, "The concatenated message body exceeds the 1600 character limit");
        }
        if (form.get("ValidityPeriod").filter(period -> !validPeriod(period)).isPresent()) {
            return refused(400, 30045, "Validity Period is less than zero or greater than maximum allowed");
        }
        SimulatedText text = new SimulatedText(
                SimulatedNetwork.newSid(),
                account,
                to.get(),
                from.get(),
                true,
                body.orElse(""),
                "queued",
                Optional.empty(),
                clock.instant());
        texts.add(text);
        network.carry(text, token.get(), form.get("StatusCallback"), media);
        if (slowness.isPositive()) {
            Thread.sleep(slowness);
        }
        Map<String, Object> json = json(text);
        json.put("num_media", Integer.toString(media.size()));
        return ResponseEntity.status(201).body(json);
    }

    private static boolean validPeriod(String seconds) {
        return seconds.matches("[0-9]{1,5}")
                && Integer.parseInt(seconds) >= 1
                && Integer.parseInt(seconds) <= LONGEST_VALIDITY;
    }

    @GetMapping("/Messages.json")
    ResponseEntity<Map<String, Object>> list(
            @PathVariable("account") String account,
            @RequestParam(name = "To", required = false) String to,
            @RequestParam(name = "PageSize", defaultValue = "50") int pageSize,
            HttpServletRequest request) {
        if (keys.token(account, request).isEmpty()) {
            return refused(401, 20003, "Authenticate");
        }
        List<Map<String, Object>> messages = texts
                .latest(account, Optional.ofNullable(to).flatMap(SimulatedTwilio::phone), Math.min(pageSize, 1000))
                .stream()
                .filter(SimulatedText::outbound)
                .map(SimulatedTwilio::json)
                .toList();
        String uri = "/2010-04-01/Accounts/" + account + "/Messages.json?PageSize=" + pageSize;
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("messages", messages);
        page.put("page", 0);
        page.put("page_size", pageSize);
        page.put("uri", uri);
        page.put("first_page_uri", uri);
        page.put("start", 0);
        page.put("end", Math.max(0, messages.size() - 1));
        return ResponseEntity.ok(page);
    }

    @GetMapping("/Messages/{sid}.json")
    ResponseEntity<Map<String, Object>> one(
            @PathVariable("account") String account, @PathVariable("sid") String sid, HttpServletRequest request) {
        return keys.token(account, request).isEmpty()
                ? refused(401, 20003, "Authenticate")
                : texts.find(account, sid)
                        .map(text -> ResponseEntity.ok(json(text)))
                        .orElseGet(() -> refused(404, 20404, "The requested resource was not found"));
    }

    private static Map<String, Object> json(SimulatedText text) {
        String date = DATE.format(text.createdAt().atOffset(ZoneOffset.UTC));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sid", text.sid());
        json.put("account_sid", text.accountSid());
        json.put("api_version", "2010-04-01");
        json.put("body", text.body());
        json.put("date_created", date);
        json.put("date_updated", date);
        if (!text.status().equals("queued")) {
            json.put("date_sent", date);
        }
        json.put("direction", "outbound-api");
        text.errorCode().ifPresent(code -> json.put("error_code", Integer.valueOf(code)));
        json.put(text.address().startsWith("MG") ? "messaging_service_sid" : "from", text.address());
        json.put("num_segments", String.valueOf(Segments.of(text.body()).count()));
        json.put("status", text.status());
        json.put("to", text.phone().text());
        json.put("uri", "/2010-04-01/Accounts/" + text.accountSid() + "/Messages/" + text.sid() + ".json");
        return json;
    }

    private static ResponseEntity<Map<String, Object>> refused(int status, int code, String message) {
        return ResponseEntity.status(status)
                .body(Map.of(
                        "code",
                        code,
                        "message",
                        message,
                        "more_info",
                        "https://www.twilio.com/docs/errors/" + code,
                        "status",
                        status));
    }

    private static Optional<PhoneNumber> phone(String text) {
        try {
            return Optional.of(new PhoneNumber(text));
        } catch (Problem.Invalid other) {
            return Optional.empty();
        }
    }
}
