package org.rung.compliance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.Download;
import org.rung.accounts.GivesFiles;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.CampaignId;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Files of this room, for whoever is signed in; to be saved, never shown in place. */
@GivesFiles
class ComplianceController {
    private final Reconsents reconsents;
    private final SuppressionLists lists;
    private final ConsentLines lines;
    private final SignedIn signedIn;

    ComplianceController(Reconsents reconsents, SuppressionLists lists, ConsentLines lines, SignedIn signedIn) {
        this.lines = lines;
        this.reconsents = reconsents;
        this.lists = lists;
        this.signedIn = signedIn;
    }

    @GetMapping("/evidence/{evidenceId}")
    void evidence(@PathVariable String evidenceId, HttpServletResponse response) throws IOException {
        var id = new EvidenceId(Id.parse("evidence", evidenceId));
        var file = reconsents.open(signedIn.actor(), id).orElseThrow(() -> new Problem.Missing("evidence", id));
        Download.named(response, file.mime(), file.name());
        response.getOutputStream().write(file.bytes());
    }

    @GetMapping("/exports/do-not-text-lists/{listId}/refused.csv")
    void refused(@PathVariable String listId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.IMPORT);
        var id = new SuppressionListId(Id.parse("list", listId));
        lists.get(actor, id);
        Download.named(response, Download.CSV, "refused-rows-" + id.text() + ".csv");
        lists.refused(actor, id, language(request), response.getOutputStream());
    }

    /** The consent ledger as it is asked for; days are those of the organization's zone. */
    @GetMapping("/" + CompliancePaths.CONSENTS_FILE)
    void consents(
            @RequestParam(defaultValue = "OPTED_OUT") ConsentKind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable ConsentSource source,
            @RequestParam(required = false) @Nullable String campaign,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.EXPORT);
        var zone = signedIn.organization().zone();
        var wanted = new ConsentLines.Wanted(
                kind,
                Optional.ofNullable(from).map(day -> day.atStartOfDay(zone).toInstant()),
                Optional.ofNullable(until)
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                Optional.ofNullable(source),
                Optional.ofNullable(campaign).map(id -> new CampaignId(Id.parse("campaign", id))));
        Download.named(response, Download.CSV, "consents.csv");
        lines.export(actor, wanted, language(request), response.getOutputStream());
    }

    private Locale language(HttpServletRequest request) {
        return signedIn.account().language().map(Locale::of).orElseGet(request::getLocale);
    }
}
