package org.rung.payments.simulator;

import static org.rung.payments.simulator.SimulatedActs.text;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rung.openpages.Answers;
import org.rung.settings.RungSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The simulated provider: its addresses for this machine alone, and its page to pay on for whoever plays the demo. */
@RestController
@ConditionalOnBooleanProperty("rung.demo")
class SimulatedStripeDoor {
    private static final String API = "/sim/stripe/v1/";
    private static final String PAY = "/sim/stripe/pay/";

    private final SimulatedStripe stripe;
    private final SimulatedActs acts;
    private final RungSettings settings;
    private final JsonMapper json;

    SimulatedStripeDoor(SimulatedStripe stripe, SimulatedActs acts, RungSettings settings, JsonMapper json) {
        this.stripe = stripe;
        this.acts = acts;
        this.settings = settings;
        this.json = json;
    }

    @RequestMapping(API + "**")
    ResponseEntity<String> call(HttpServletRequest request) {
        if (!local(request)) return ResponseEntity.notFound().build();
        Map<String, String> given = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> given.put(name, values[0]));
        var answer = stripe.answer(new SimulatedStripe.Call(
                request.getMethod(),
                request.getRequestURI().substring(API.length()),
                given,
                Optional.ofNullable(request.getHeader("Authorization"))
                        .orElse("")
                        .replaceFirst("^Bearer ", ""),
                Optional.ofNullable(request.getHeader("Idempotency-Key")).orElse(""),
                settings.publicUrl() + PAY));
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(answer.body()));
    }

    @GetMapping(PAY + "{session}")
    ResponseEntity<String> page(@PathVariable String session, HttpServletRequest asked) {
        return acts.session(session)
                .map(found -> Answers.page(HttpStatus.OK, SimulatedPayPage.of(found, false)))
                .orElseGet(() -> Answers.gone(asked.getLocale()));
    }

    @PostMapping(PAY + "{session}")
    ResponseEntity<String> pay(
            @PathVariable String session,
            @RequestParam(name = "do") String what,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest asked) {
        Optional<Map<String, Object>> found = acts.session(session);
        if (found.isEmpty()) return Answers.gone(asked.getLocale());
        return switch (what) {
            case "decline" -> Answers.page(HttpStatus.OK, SimulatedPayPage.of(found.get(), true));
            case "cancel" -> to(found.get(), "cancel_url");
            default -> {
                acts.pay(session, name, email, what.equals("later"));
                yield to(found.get(), "success_url");
            }
        };
    }

    private static ResponseEntity<String> to(Map<String, Object> session, String where) {
        return Answers.to(URI.create(text(session, where)).toString());
    }

    /** From this machine itself; what came through a proxy on it did not. */
    private static boolean local(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) return false;
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException nobody) {
            return false;
        }
    }
}
