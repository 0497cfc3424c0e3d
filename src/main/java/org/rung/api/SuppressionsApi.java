package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.compliance.DoNotText;
import org.rung.compliance.NumberProof;
import org.rung.compliance.NumberProofs;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Suppression;
import org.rung.consent.SuppressionChange;
import org.rung.consent.SuppressionFilter;
import org.rung.consent.SuppressionId;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionWay;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/suppressions")
@Tag(name = "Suppressions", description = "The do-not-text list, and the whole proof of one number")
class SuppressionsApi {
    private final DoNotText doNotText;
    private final NumberProofs proofs;
    private final Numbers numbers;
    private final WrittenNumbers written;

    SuppressionsApi(DoNotText doNotText, NumberProofs proofs, Numbers numbers, WrittenNumbers written) {
        this.doNotText = doNotText;
        this.proofs = proofs;
        this.numbers = numbers;
        this.written = written;
    }

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    @Operation(
            summary = "What holds now, the newest first",
            description =
                    "Numbers are in the answer when the token also has `SEE_NUMBERS`; each such answer goes to the"
                            + " audit log.")
    PageBody<Shown> all(
            Actor.Token token,
            @Parameter(description = "GOOD, UNTIL or CAMPAIGN.") @RequestParam(required = false) @Nullable String kind,
            @Parameter(description = "Id of a campaign: only what is about it.")
                    @RequestParam(required = false)
                    @Nullable
                    String campaign,
            @Parameter(description = "Only of this number, as people write it.")
                    @RequestParam(required = false)
                    @Nullable
                    String phone,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(required = false) @Nullable String after) {
        if (kind != null && !List.of("GOOD", "UNTIL", "CAMPAIGN").contains(kind))
            throw new Problem.Invalid("kind", "problem.filter-suppressed", kind);
        var filter = new SuppressionFilter(
                Optional.ofNullable(kind),
                Optional.ofNullable(campaign).map(id -> Id.parse("campaign", id)),
                Optional.ofNullable(phone).map(text -> written.read(token, "phone", text)));
        var page = doNotText.page(token, filter, Paging.wanted(limit, after));
        boolean whole = numbers.shown(
                token, "suppressions", Optional.empty(), page.rows().size());
        return PageBody.of(
                page, rows -> rows.stream().map(one -> Shown.of(one, whole)).toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(
            summary = "Put numbers on the list",
            description =
                    "At most 1,000. Adding never frees anybody earlier: an entry that lasts longer stays, and the same"
                            + " again changes nothing. What waits for these numbers is cancelled.")
    Added add(Actor.Token token, @RequestBody Draft draft) {
        var phones = Given.list("phones", draft.phones()).stream()
                .map(text -> written.read(token, "phones", text))
                .toList();
        if (phones.isEmpty()) throw new Problem.Invalid("phones", "problem.list-empty");
        var added = doNotText.add(
                token,
                phones,
                new SuppressionBody(draft.until(), draft.campaign(), draft.reason()).draft(SuppressionWay.API));
        return new Added(added.fresh().size(), added.changed().size());
    }

    @PostMapping(path = "/{id}/lift", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.EDIT_PEOPLE)
    @Operation(
            summary = "Take an entry off the list again",
            description = "With the reason why. It lifts no STOP, and once it is gone, nothing happens.")
    void lift(Actor.Token token, @PathVariable String id, @RequestBody Why why) {
        doNotText.lift(token, new SuppressionId(Id.parse("id", id)), Given.text(why.reason()), SuppressionWay.API);
    }

    @GetMapping("/proof")
    @Needs({Permission.SEE_PEOPLE, Permission.SEE_NUMBERS})
    @Operation(
            summary = "The whole proof of a number",
            description =
                    "What was said about texting it, by whom, when, how and with which words, and every change of the"
                            + " list. Each look goes to the audit log.")
    Proof proof(
            Actor.Token token,
            @Parameter(description = "As people write it.", example = "+15105550132") @RequestParam String phone) {
        return Proof.of(proofs.of(token, written.read(token, "phone", phone), Optional.empty()));
    }

    @Schema(name = "SuppressionsDraft")
    record Draft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"+15105550132\"]") @Nullable
            List<String> phones,

            @Schema(description = "Until then nobody is texted first; absent, with `campaign`: for good.") @Nullable
            Instant until,

            @Schema(description = "Only this campaign's first text is kept back.") @Nullable
            String campaign,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Why, at most 500 characters.",
                    example = "Asked at the door")
            @Nullable
            String reason) {}

    @Schema(name = "SuppressionsAdded")
    record Added(
            @Schema(description = "Numbers without such an entry before.", example = "3")
            int fresh,

            @Schema(description = "Those, and numbers whose entry now lasts longer.", example = "4")
            int changed) {}

    @Schema(name = "SuppressionLift")
    record Why(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "They asked to be texted again") @Nullable
            String reason) {}

    @Schema(name = "Suppression")
    record Shown(
            @Schema(example = "0QKDP6Y8R9T3V") String id,

            @Schema(description = "Absent without SEE_NUMBERS.", example = "+15105550132") @Nullable
            String phone,

            @Schema(description = "GOOD, UNTIL or CAMPAIGN.", example = "UNTIL")
            String kind,

            @Nullable Instant until,
            @Nullable String campaign,
            String reason,
            Instant since) {
        static Shown of(Suppression entry, boolean whole) {
            return new Shown(
                    entry.suppressionId().text(),
                    whole ? entry.phone().text() : null,
                    entry.scope().kind(),
                    entry.scope().until().orElse(null),
                    inCampaign(entry.scope()),
                    entry.reason(),
                    entry.since());
        }
    }

    private static @Nullable String inCampaign(SuppressionScope scope) {
        return scope.occasion() == 0 ? null : new CampaignId(scope.occasion()).text();
    }

    @Schema(name = "NumberProof")
    record Proof(
            String phone,
            @Nullable ConsentKind consent,
            @Nullable Instant consentSince,

            @Schema(description = "Ids of those who have it.")
            List<String> supporters,

            List<Said> said,
            List<Shown> suppressions,
            List<Changed> changes) {
        static Proof of(NumberProof proof) {
            return new Proof(
                    proof.phone().text(),
                    proof.stands().map(now -> now.consent()).orElse(null),
                    proof.stands().map(now -> now.since()).orElse(null),
                    proof.holders().stream()
                            .map(holder -> holder.supporter().text())
                            .toList(),
                    proof.lines().stream().map(Said::of).toList(),
                    proof.entries().stream().map(entry -> Shown.of(entry, true)).toList(),
                    proof.changes().stream()
                            .map(change -> new Changed(
                                    change.change(),
                                    change.scope().kind(),
                                    change.scope().until().orElse(null),
                                    inCampaign(change.scope()),
                                    change.reason(),
                                    change.recordedAt()))
                            .toList());
        }
    }

    @Schema(name = "ConsentLine")
    record Said(
            ConsentKind kind,
            ConsentSource source,
            @Schema(example = "STOP") String words,
            Instant happenedAt,
            Instant recordedAt,

            @Schema(description = "SHA-256 of what a member kept as evidence.") @Nullable
            String evidence) {
        static Said of(NumberProof.Line line) {
            return new Said(
                    line.entry().kind(),
                    line.entry().source(),
                    line.entry().words(),
                    line.entry().happenedAt(),
                    line.entry().recordedAt(),
                    line.evidence()
                            .flatMap(kept -> kept.file())
                            .map(file -> file.digest())
                            .orElse(null));
        }
    }

    @Schema(name = "SuppressionChange")
    record Changed(
            SuppressionChange change,
            String kind,
            @Nullable Instant until,
            @Nullable String campaign,
            String reason,
            Instant recordedAt) {}
}
