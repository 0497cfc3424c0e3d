package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.consent.Consents;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.filters.SupporterRow;
import org.rung.ladder.Standings;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/supporters")
@Tag(name = "Supporters", description = "The people the organization knows")
class SupportersApi {
    private static final int PROMISES = 100;
    private final Supporters supporters;
    private final SupporterList list;
    private final Consents consents;
    private final Standings standings;
    private final Commitments commitments;
    private final Numbers numbers;
    private final Upserts upserts;
    private final WrittenNumbers written;

    SupportersApi(
            Supporters supporters,
            SupporterList list,
            Consents consents,
            Standings standings,
            Commitments commitments,
            Numbers numbers,
            Upserts upserts,
            WrittenNumbers written) {
        this.supporters = supporters;
        this.list = list;
        this.consents = consents;
        this.standings = standings;
        this.commitments = commitments;
        this.numbers = numbers;
        this.upserts = upserts;
        this.written = written;
    }

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    @Operation(
            summary = "Supporters, page by page, or those with one number",
            description = "Phones are in the answer when the token also has `SEE_NUMBERS`; each such answer goes to the"
                    + " audit log. A household shares a number: `phone` may find several people.")
    PageBody<SupporterBody> page(
            Actor.Token token,
            @Parameter(
                            description = "Only who has this number; E.164, the plus written as %2B.",
                            example = "+15105550132")
                    @RequestParam(required = false)
                    @Nullable
                    String phone,
            @Parameter(description = "Words to search for in names, numbers and e-mail addresses.")
                    @RequestParam(required = false)
                    @Nullable
                    String search,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var wanted = Paging.wanted(limit, after);
        if (phone != null) {
            if (search != null) throw new Problem.Invalid("search", "problem.search-beside");
            // A plus that nobody escaped arrives as a space.
            var number = written.read(token, "phone", phone.startsWith(" ") ? "+" + phone.strip() : phone);
            var found = Paging.slice(
                    supporters.byPhone(token, number), one -> one.supporterId().text(), wanted);
            return new PageBody<>(shown(token, found.rows()), found.next().orElse(null));
        }
        Page<SupporterRow> page = list.page(token, new SupporterFilter(Given.text(search), List.of()), wanted);
        var ids = page.rows().stream().map(SupporterRow::supporterId).toList();
        var all = supporters.all(token.organization(), ids);
        // Someone may have been erased between the two queries.
        var there = ids.stream()
                .flatMap(id -> Optional.ofNullable(all.get(id)).stream())
                .toList();
        return new PageBody<>(shown(token, there), page.next().orElse(null));
    }

    private List<SupporterBody> shown(Actor.Token token, List<Supporter> people) {
        boolean whole = numbers.shown(token, "supporters", Optional.empty(), people.size());
        var stand = consents.of(
                token.organization(),
                people.stream()
                        .map(Supporter::phones)
                        .flatMap(Collection::stream)
                        .toList());
        return people.stream()
                .map(one -> SupporterBody.of(one, whole, stand, null, null))
                .toList();
    }

    @GetMapping("/{id}")
    @Needs({Permission.SEE_PEOPLE, Permission.SEE_LADDER})
    @Operation(
            summary = "A supporter, with where they stand on each ladder and what they promised",
            description = "Phones are in the answer when the token also has `SEE_NUMBERS`; each such answer goes to the"
                    + " audit log.")
    SupporterBody get(Actor.Token token, @PathVariable String id) {
        var supporterId = new SupporterId(Id.parse("id", id));
        var supporter = supporters.get(token, supporterId);
        return SupporterBody.of(
                supporter,
                numbers.shown(token, "supporter", Optional.of(supporterId.value()), 1),
                consents.of(token.organization(), supporter.phones()),
                standings.of(token, supporterId),
                commitments.of(token, supporterId, PROMISES));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(
            summary = "Add or update up to 1,000 people, matched by phone",
            description =
                    "Whoever has the first phone and the same first name is updated (a missing first name counts as the"
                            + " same), else a new supporter is made; what is not said, stays. Doing it again changes nothing. Each"
                            + " person has an outcome of their own, in the order sent: one that is REJECTED does not stop the"
                            + " others. `consent` says in which words these people agreed to be texted; without it nobody new may"
                            + " be. An opt-out is never lifted.")
    Upserts.Outcomes put(Actor.Token token, @RequestBody Upserts.Wish wish) {
        return upserts.put(token, wish);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(summary = "Erase a person", description = "For good; an opt-out of their number stays.")
    void erase(Actor.Token token, @PathVariable String id) {
        supporters.erase(token, new SupporterId(Id.parse("id", id)));
    }
}
