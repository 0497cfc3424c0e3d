package org.rung.senders.twilio;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.senders.AddressOwner;
import org.rung.senders.Arrival;
import org.rung.senders.ArrivedFile;
import org.rung.senders.DeliveryReport;
import org.rung.senders.DeliveryReport.Progress;
import org.rung.senders.Incoming;
import org.rung.senders.Meaning;
import org.rung.senders.Reports;
import org.rung.senders.Senders;
import org.rung.settings.RungSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Twilio delivers texts and tells what became of ours. Answered only after it is stored. */
@RestController
class TwilioHooks {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioHooks.class);
    private static final int LARGEST = 64 * 1024;
    private static final int TRIALS = 3;
    private static final Pattern PLAIN = Pattern.compile("[!-~]{1,64}");
    private static final int MOST_FILES = 10;
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,2}");
    private static final ResponseEntity<Void> DONE = ResponseEntity.noContent().build();
    private static final ResponseEntity<Void> NOBODY = ResponseEntity.notFound().build();
    private static final Map<String, Progress> PROGRESS = Map.of(
            "accepted", Progress.ACCEPTED,
            "scheduled", Progress.ACCEPTED,
            "queued", Progress.ACCEPTED,
            "sending", Progress.ACCEPTED,
            "sent", Progress.SENT,
            "delivered", Progress.DELIVERED,
            "read", Progress.DELIVERED,
            "undelivered", Progress.UNDELIVERED,
            "failed", Progress.FAILED,
            "canceled", Progress.CANCELED);

    private interface Work {
        ResponseEntity<Void> with(AddressOwner owner, Form form);
    }

    private final Senders senders;
    private final Incoming incoming;
    private final Reports reports;
    private final RungSettings settings;

    TwilioHooks(Senders senders, Incoming incoming, Reports reports, RungSettings settings) {
        this.senders = senders;
        this.incoming = incoming;
        this.reports = reports;
        this.settings = settings;
    }

    @PostMapping("/hooks/twilio/inbound")
    ResponseEntity<Void> inbound(HttpServletRequest request) throws IOException {
        return genuine(request, "To", (owner, form) -> {
            Optional<String> id = form.get("MessageSid");
            Optional<PhoneNumber> from = form.get("From").flatMap(TwilioHooks::phone);
            if (id.isEmpty() || id.get().length() > 64 || from.isEmpty()) {
                // A short code or a name cannot be talked with; delivering it again would change nothing.
                LOG.info("A text without an id or from something that is no number was left aside");
                return DONE;
            }
            incoming.arrived(
                    owner.organizationId(),
                    owner.sender(),
                    new Arrival(
                            id.get(),
                            from.get(),
                            form.get("Body").orElse(""),
                            files(form),
                            form.get("OptOutType").flatMap(TwilioHooks::meaning)));
            return DONE;
        });
    }

    @PostMapping("/hooks/twilio/status")
    ResponseEntity<Void> status(HttpServletRequest request) throws IOException {
        return genuine(request, "From", (owner, form) -> {
            // Signed with the rest of the address, so what Rung did not write does not come this far.
            Form query = Form.read(
                    Optional.ofNullable(request.getQueryString()).orElse("").getBytes(StandardCharsets.UTF_8));
            Optional<Progress> progress = form.get("MessageStatus")
                    .map(status -> status.toLowerCase(Locale.ROOT))
                    .map(PROGRESS::get);
            Optional<String> id = form.get("MessageSid").filter(sid -> sid.length() <= 64);
            if (progress.isPresent() && id.isPresent()) {
                reports.report(
                        owner.organizationId(),
                        new DeliveryReport(
                                query.get("m").flatMap(TwilioHooks::messageId),
                                query.get("a").map(TwilioHooks::count).orElse(0),
                                id.get(),
                                progress.get(),
                                form.get("ErrorCode").filter(code -> code.length() <= 12 && !code.equals("0"))));
            }
            return DONE;
        });
    }

    /** {@code ours} is the field with our own address: the other one may be an address of another organization. */
    private ResponseEntity<Void> genuine(HttpServletRequest request, String ours, Work work) throws IOException {
        // Read before anyone asks for parameters: those mix the query in, and only the body is signed.
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Form form;
        try {
            form = Form.read(body);
        } catch (IllegalArgumentException garbled) {
            return ResponseEntity.badRequest().build();
        }
        Optional<String> account = form.get("AccountSid").filter(TwilioHooks::plain);
        List<String> addresses = form.all("MessagingServiceSid", ours).stream()
                .filter(TwilioHooks::plain)
                .toList();
        Optional<AddressOwner> owner = account.flatMap(sid -> senders.ownerOf(sid, addresses));
        if (owner.isEmpty()) {
            return NOBODY;
        }
        String url = settings.publicUrl()
                + request.getRequestURI()
                + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        String signature =
                Optional.ofNullable(request.getHeader("X-Twilio-Signature")).orElse("");
        if (!TwilioSignature.genuine(signature, owner.get().tokens(), url, form)) {
            owner = account.flatMap(sid -> senders.ownerNow(sid, addresses))
                    .filter(now -> TwilioSignature.genuine(signature, now.tokens(), url, form));
            if (owner.isEmpty()) {
                return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
            }
        }
        return patiently(owner.get(), form, work);
    }

    /** Two transactions over one thread may cross; the database then asks one of them to come again. */
    private static ResponseEntity<Void> patiently(AddressOwner owner, Form form, Work work) {
        for (int trial = 1; ; trial++) {
            try {
                return work.with(owner, form);
            } catch (ConcurrencyFailureException crossed) {
                if (trial == TRIALS) {
                    throw crossed;
                }
            }
        }
    }

    private static boolean plain(String id) {
        return PLAIN.matcher(id).matches();
    }

    private static Optional<PhoneNumber> phone(String text) {
        try {
            return Optional.of(new PhoneNumber(text));
        } catch (Problem.Invalid other) {
            return Optional.empty();
        }
    }

    private static Optional<MessageId> messageId(String text) {
        try {
            return Optional.of(new MessageId(Id.parse("m", text)));
        } catch (Problem.Invalid other) {
            return Optional.empty();
        }
    }

    private static Optional<Meaning> meaning(String optOutType) {
        return switch (optOutType) {
            case "STOP" -> Optional.of(Meaning.STOP);
            case "START" -> Optional.of(Meaning.START);
            case "HELP" -> Optional.of(Meaning.HELP);
            default -> Optional.empty();
        };
    }

    /** Those that are there; an address too long to be one of theirs is none. */
    private static List<ArrivedFile> files(Form form) {
        int count = form.get("NumMedia").map(TwilioHooks::count).orElse(0);
        return IntStream.range(0, Math.min(count, MOST_FILES))
                .mapToObj(nth -> form.get("MediaUrl" + nth))
                .flatMap(Optional::stream)
                .filter(url -> url.length() <= 500 && PRINTABLE.matcher(url).matches())
                .map(ArrivedFile::new)
                .toList();
    }

    private static int count(String digits) {
        return COUNT.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
    }
}
