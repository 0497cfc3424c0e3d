package org.rung.payments.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rung.payments.PaymentAccount;
import org.rung.payments.PaymentAccounts;
import org.rung.payments.Tidings;
import org.rung.payments.stripe.StripeKnocks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Stripe tells what happened. The address names the organization, whose own secret has signed: what another
 * organization's provider signed is forged here.
 */
@RestController
class StripeHooks {
    private static final int LARGEST = 512 * 1024;

    private final PaymentAccounts accounts;
    private final StripeKnocks knocks;
    private final Tidings tidings;

    StripeHooks(PaymentAccounts accounts, StripeKnocks knocks, Tidings tidings) {
        this.accounts = accounts;
        this.knocks = knocks;
        this.tidings = tidings;
    }

    @PostMapping("/hooks/stripe/{code}")
    ResponseEntity<Void> told(@PathVariable String code, HttpServletRequest request) throws IOException {
        Optional<PaymentAccount> account = accounts.byHook(code);
        if (account.isEmpty()) return ResponseEntity.notFound().build();
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST)
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        String body = new String(bytes, StandardCharsets.UTF_8);
        String signature =
                Optional.ofNullable(request.getHeader("Stripe-Signature")).orElse("");
        boolean genuine = accounts.signing(account.get().organizationId())
                .filter(secret -> knocks.genuine(body, signature, secret))
                .isPresent();
        if (!genuine) return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        knocks.read(body, account.get().live())
                .ifPresent(told -> tidings.hear(account.get().organizationId(), told));
        return ResponseEntity.noContent().build();
    }
}
