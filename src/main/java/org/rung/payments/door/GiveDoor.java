package org.rung.payments.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Organizations;
import org.rung.common.Problem;
import org.rung.openpages.Answers;
import org.rung.openpages.Crowding;
import org.rung.openpages.FormTime;
import org.rung.openpages.Html;
import org.rung.payments.Checkouts;
import org.rung.payments.GiveLink;
import org.rung.payments.GiveLinks;
import org.rung.payments.PaymentAccount;
import org.rung.payments.PaymentAccounts;
import org.rung.payments.PaymentsPaths;
import org.rung.people.Supporters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pages to give on: an organization's for everybody, and one person's own. */
@RestController
class GiveDoor {
    private final PaymentAccounts accounts;
    private final GiveLinks links;
    private final Checkouts checkouts;
    private final Organizations organizations;
    private final Supporters supporters;
    private final FormTime time;
    private final Crowding crowding;

    GiveDoor(
            PaymentAccounts accounts,
            GiveLinks links,
            Checkouts checkouts,
            Organizations organizations,
            Supporters supporters,
            FormTime time,
            Crowding crowding) {
        this.accounts = accounts;
        this.links = links;
        this.checkouts = checkouts;
        this.organizations = organizations;
        this.supporters = supporters;
        this.time = time;
        this.crowding = crowding;
    }

    private record Visit(PaymentAccount account, Optional<GiveLink> link, String own) {}

    private Optional<Visit> everybody(String word) {
        return accounts.byWord(word)
                .map(account -> new Visit(account, Optional.empty(), PaymentsPaths.give(account.word())));
    }

    private Optional<Visit> one(String token) {
        return links.byToken(token)
                .flatMap(link -> accounts.open(link.organizationId())
                        .map(account -> new Visit(account, Optional.of(link), PaymentsPaths.own(link.token()))));
    }

    @GetMapping("/give/{word}")
    ResponseEntity<String> open(
            @PathVariable String word,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest asked) {
        return shown(everybody(word), lang, asked);
    }

    @GetMapping("/g/{token}")
    ResponseEntity<String> own(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest asked) {
        return shown(one(token), lang, asked);
    }

    @GetMapping("/give/{word}/thanks")
    ResponseEntity<String> thanks(
            @PathVariable String word,
            @RequestParam(required = false) @Nullable String monthly,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest asked) {
        return everybody(word)
                .map(visit -> Answers.page(
                        HttpStatus.OK,
                        GivePage.thanks(language(visit, lang, asked), visit.account(), name(visit), monthly != null)))
                .orElseGet(() -> Answers.gone(asked.getLocale()));
    }

    @PostMapping("/give/{word}")
    ResponseEntity<String> give(@PathVariable String word, Sent sent, HttpServletRequest asked) {
        return given(everybody(word), sent, asked);
    }

    @PostMapping("/g/{token}")
    ResponseEntity<String> giveOwn(@PathVariable String token, Sent sent, HttpServletRequest asked) {
        return given(one(token), sent, asked);
    }

    private ResponseEntity<String> shown(Optional<Visit> found, @Nullable String lang, HttpServletRequest asked) {
        return found.map(visit -> form(HttpStatus.OK, visit, language(visit, lang, asked), GiveForm.EMPTY))
                .orElseGet(() -> Answers.gone(asked.getLocale()));
    }

    /** The form as it came; website is a field that nobody sees, t says when the page was made. */
    record Sent(
            @Nullable String amount,
            @Nullable String own,
            @Nullable String often,
            @Nullable String website,
            @Nullable String t,
            @Nullable String lang) {}

    private ResponseEntity<String> given(Optional<Visit> found, Sent sent, HttpServletRequest asked) {
        if (found.isEmpty()) return Answers.gone(asked.getLocale());
        Visit visit = found.get();
        Locale language = language(visit, sent.lang(), asked);
        if (!crowding.address(asked.getRemoteAddr())) return Answers.wait(language);
        // A program that fills in everything is thanked and learns nothing.
        if (sent.website() != null && !sent.website().isEmpty())
            return Answers.to("/" + PaymentsPaths.give(visit.account().word()) + "/thanks");
        GiveForm form = GiveForm.of(sent.amount(), sent.own(), sent.often());
        String shown = sent.t() == null ? "" : sent.t();
        if (time.judge(visit.own(), shown) != FormTime.Verdict.FINE)
            return form(HttpStatus.OK, visit, language, form.wrong(new Html(language).say("payments.page.again")));
        // One form may be sent a few times, and a page only so often in an hour from wherever.
        if (!crowding.number(visit.own(), shown)) return Answers.wait(language);
        try {
            return Answers.to(checkouts.begin(
                    visit.account(),
                    visit.link(),
                    form.money(visit.account().currency()),
                    form.monthly(),
                    language.getLanguage().equals("es") ? "es" : "en"));
        } catch (Problem.Invalid wrong) {
            return form(HttpStatus.BAD_REQUEST, visit, language, form.wrong(wrong.in(language)));
        } catch (Problem.Conflict away) {
            return form(HttpStatus.SERVICE_UNAVAILABLE, visit, language, form.wrong(away.in(language)));
        }
    }

    private ResponseEntity<String> form(HttpStatus status, Visit visit, Locale language, GiveForm form) {
        return Answers.page(
                status,
                new GivePage(visit.account(), name(visit), visit.own(), time.of(visit.own())).of(language, form));
    }

    private String name(Visit visit) {
        return organizations.get(visit.account().organizationId()).name();
    }

    /** As they choose; else their own, where we know it; else their browser's, or the organization's. */
    private Locale language(Visit visit, @Nullable String lang, HttpServletRequest asked) {
        if (lang != null && (lang.equals("es") || lang.equals("en"))) return Locale.of(lang);
        if (visit.link().isEmpty() && asked.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) return asked.getLocale();
        var home = organizations.get(visit.account().organizationId());
        return visit.link()
                .flatMap(link -> Optional.ofNullable(supporters
                        .all(home.organizationId(), List.of(link.supporterId()))
                        .get(link.supporterId())))
                .map(who -> who.writtenIn(home))
                .orElseGet(() -> Locale.of(home.language().equals("es") ? "es" : "en"));
    }
}
