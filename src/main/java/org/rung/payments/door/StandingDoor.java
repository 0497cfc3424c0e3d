package org.rung.payments.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.giving.MoneyText;
import org.rung.openpages.Answers;
import org.rung.openpages.Crowding;
import org.rung.openpages.Html;
import org.rung.payments.EndedBy;
import org.rung.payments.PaymentsPaths;
import org.rung.payments.StandingGift;
import org.rung.payments.StandingGifts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a giver changes or stops what they give every month, by a token that nobody guesses. */
@RestController
class StandingDoor {
    private final StandingGifts standings;
    private final Organizations organizations;
    private final Crowding crowding;

    StandingDoor(StandingGifts standings, Organizations organizations, Crowding crowding) {
        this.standings = standings;
        this.organizations = organizations;
        this.crowding = crowding;
    }

    @GetMapping("/monthly/{token}")
    ResponseEntity<String> open(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest asked) {
        return standings
                .byToken(token)
                .map(gift -> page(HttpStatus.OK, gift, Optional.empty(), done != null))
                .orElseGet(() -> Answers.gone(asked.getLocale()));
    }

    @PostMapping("/monthly/{token}")
    ResponseEntity<String> change(
            @PathVariable String token,
            @RequestParam(name = "do", required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable String own,
            @RequestParam(required = false) @Nullable String sure,
            HttpServletRequest asked) {
        Optional<StandingGift> found = standings.byToken(token);
        if (found.isEmpty()) return Answers.gone(asked.getLocale());
        StandingGift gift = found.get();
        if (!crowding.address(asked.getRemoteAddr())) return Answers.wait(asked.getLocale());
        var giver = new Actor.System(gift.organizationId());
        Locale language = Locale.of(gift.language());
        try {
            if ("change".equals(what)) {
                String typed = own == null ? "" : own;
                standings.change(
                        giver,
                        gift.standingGiftId(),
                        MoneyText.read(typed, gift.currency()).minor());
            } else if ("stop".equals(what)) {
                if (sure == null)
                    return page(
                            HttpStatus.BAD_REQUEST,
                            gift,
                            Optional.of(new Html(language).say("payments.standing.unsure")),
                            false);
                standings.stop(giver, gift.standingGiftId(), EndedBy.GIVER);
            }
            return Answers.to("/" + PaymentsPaths.standing(token) + "?done=1");
        } catch (Problem.Invalid wrong) {
            return page(HttpStatus.BAD_REQUEST, gift, Optional.of(wrong.in(language)), false);
        } catch (Problem.Conflict refused) {
            return page(HttpStatus.CONFLICT, gift, Optional.of(refused.in(language)), false);
        }
    }

    private ResponseEntity<String> page(HttpStatus status, StandingGift gift, Optional<String> wrong, boolean done) {
        var home = organizations.get(gift.organizationId());
        return Answers.page(
                status, new StandingPage(gift, home.name(), home.zone()).of(Locale.of(gift.language()), wrong, done));
    }
}
