package org.rung.accounts.codes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.AccountId;
import org.rung.accounts.Attempts;
import org.rung.accounts.CodePurpose;
import org.rung.accounts.Courier;
import org.rung.accounts.EmailAddress;
import org.rung.accounts.Introductions;
import org.rung.accounts.LinkWord;
import org.rung.accounts.Secrets;
import org.rung.accounts.SignIns;
import org.rung.accounts.TooManyAttempts;
import org.rung.accounts.Way;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.springframework.stereotype.Service;

/**
 * One-time codes: six digits for the browser that asked, a link for any other, either of them once and within ten
 * minutes. Whoever asks learns nothing of whether there is such an account: what happens in their request is the same,
 * and the code leaves aside.
 */
@Service
public class Codes {
    public static final Duration VALID = Duration.ofMinutes(10);
    static final int TRIES = 5;

    private final CodeStore store;
    private final Introductions introductions;
    private final AskLimits limits;
    private final Attempts attempts;
    private final SignIns signIns;
    private final Secrets secrets;
    private final Carrier carrier;
    private final List<Courier> couriers;
    private final Clock clock;

    Codes(
            CodeStore store,
            Introductions introductions,
            AskLimits limits,
            Attempts attempts,
            SignIns signIns,
            Secrets secrets,
            Carrier carrier,
            List<Courier> couriers,
            Clock clock) {
        this.store = store;
        this.introductions = introductions;
        this.limits = limits;
        this.attempts = attempts;
        this.signIns = signIns;
        this.secrets = secrets;
        this.carrier = carrier;
        this.couriers = couriers;
        this.clock = clock;
    }

    /** Whether codes can leave this way here at all. */
    public boolean open(Way way) {
        return couriers.stream().anyMatch(courier -> courier.way() == way && courier.open());
    }

    /**
     * Asks for a code to sign in with.
     *
     * @param typed an e-mail address or a mobile number, as people write them
     * @param address the network address that asks
     * @throws TooManyAttempts when it was asked for too often
     */
    public Asked ask(String typed, String address) {
        var who = introductions.of(typed);
        return ask(CodePurpose.SIGN_IN, who.way(), who.way() + who.key(), who.accountId(), who.target(), address);
    }

    /** Asks for a code that proves that this e-mail is the account's. @throws TooManyAttempts */
    public Asked prove(AccountId accountId, EmailAddress email, String address) {
        return ask(
                CodePurpose.PROVE,
                Way.EMAIL,
                own(accountId),
                Optional.of(accountId),
                Optional.of(email.text()),
                address);
    }

    /** Asks for a code that proves that this number is the account's. @throws TooManyAttempts */
    public Asked prove(AccountId accountId, PhoneNumber phone, String address) {
        return ask(
                CodePurpose.PROVE,
                Way.TEXT,
                own(accountId),
                Optional.of(accountId),
                Optional.of(phone.text()),
                address);
    }

    private static String own(AccountId accountId) {
        return "OWN" + accountId.text();
    }

    private Asked ask(
            CodePurpose purpose,
            Way way,
            String name,
            Optional<AccountId> accountId,
            Optional<String> target,
            String address) {
        var askedHash = new LinkWord(name).hash();
        limits.take(askedHash, address);
        var ask = LinkWord.fresh("");
        var code = OneTimeCode.fresh();
        var now = clock.instant();
        var expiresAt = now.plus(VALID);
        store.insert(ask, askedHash, purpose, way, accountId, target, code, secrets.seal(code.text()), now, expiresAt);
        carrier.soon();
        return new Asked(ask.text(), expiresAt);
    }

    /**
     * Uses a code up to sign in.
     *
     * @throws Problem.Refused when it is another one's, wrong, used or over; it does not say which
     * @throws TooManyAttempts
     */
    public AccountId use(String ask, String digits, String address) {
        return check(CodePurpose.SIGN_IN, new LinkWord(ask), digits, address)
                .accountId()
                .orElseThrow(Codes::wrong);
    }

    /** Uses a code up that proves an address; that address. @throws Problem.Refused as {@link #use}. */
    public String proven(AccountId accountId, String ask, String digits, String address) {
        return Optional.of(check(CodePurpose.PROVE, new LinkWord(ask), digits, address))
                .filter(open -> open.accountId().equals(Optional.of(accountId)))
                .flatMap(CodeStore.Open::target)
                .orElseThrow(Codes::wrong);
    }

    private CodeStore.Open check(CodePurpose purpose, LinkWord ask, String digits, String address) {
        var attempt = attempts.begin("code " + ask.hash(), address);
        attempt.refused().ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        var now = clock.instant();
        if (!store.takeTry(ask, purpose, TRIES, now)) throw wrong();
        var open = store.open(ask, purpose, now);
        var right = open.filter(found -> same(found.codeHash(), OneTimeCode.hash(ask, digits.replaceAll("\\s", ""))))
                .filter(found -> found.accountId().isPresent())
                .filter(found -> store.claim(found.askHash(), purpose, now));
        if (right.isEmpty()) {
            if (store.tries(ask) == TRIES)
                open.flatMap(CodeStore.Open::accountId).ifPresent(signIns::tooOften);
            throw wrong();
        }
        attempt.succeeded();
        return right.get();
    }

    /** Whose link this is, while it works; nothing is used up by looking. */
    public Optional<AccountId> whose(String word) {
        return store.openByLink(new LinkWord(word), clock.instant()).flatMap(CodeStore.Open::accountId);
    }

    /** Uses a link up to sign in. @throws Problem.Refused as {@link #use} @throws TooManyAttempts */
    public AccountId press(String word, String address) {
        attempts.closed(address).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
        var now = clock.instant();
        return store.openByLink(new LinkWord(word), now)
                .filter(open -> store.claim(open.askHash(), CodePurpose.SIGN_IN, now))
                .flatMap(CodeStore.Open::accountId)
                .orElseThrow(() -> {
                    attempts.fail(address);
                    return wrong();
                });
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static Problem.Refused wrong() {
        return new Problem.Refused("problem.code-wrong");
    }
}
