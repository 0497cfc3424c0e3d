package org.rung.links;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.LINKS;
import static org.rung.db.Tables.LINK_SETTINGS;
import static org.rung.db.Tables.LINK_TARGETS;
import static org.rung.db.Tables.ORGANIZATIONS;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.springframework.stereotype.Repository;

/** Where links lead, an address once for each campaign. */
@Repository
class TargetStore {
    /** The occasion of a text that belongs to no campaign. */
    static final long NONE = 0;

    private final DSLContext db;

    TargetStore(DSLContext db) {
        this.db = db;
    }

    /** What a text with addresses needs to know; targets by the digest of their address. */
    record Known(LinkSettings settings, Map<String, LinkTargetId> targets, boolean codeTaken, boolean loops) {}

    Known known(OrganizationId organizationId, long occasion, List<WebAddress> addresses, List<LinkCode> codes) {
        var digests = addresses.stream().map(WebAddress::digest).toList();
        var short_ = addresses.stream()
                .filter(address -> address.under(ShortForm.PATH))
                .map(WebAddress::host)
                .toList();
        var other = LINK_SETTINGS.as("other");
        Field<Boolean> taken = field(exists(selectOne().from(LINKS).where(LINKS.CODE.in(codes))));
        Field<Boolean> loops = field(exists(selectOne().from(other).where(other.HOST.in(short_))));
        var rows = db.select(
                        LINK_SETTINGS.HOST,
                        LINK_SETTINGS.TRACKING,
                        LINK_SETTINGS.IN_FIRST_TEXTS,
                        LINK_TARGETS.LINK_TARGET_ID,
                        LINK_TARGETS.URL_DIGEST,
                        taken,
                        loops)
                .from(ORGANIZATIONS)
                .leftJoin(LINK_SETTINGS)
                .on(LINK_SETTINGS.ORGANIZATION_ID.eq(ORGANIZATIONS.ORGANIZATION_ID))
                .leftJoin(LINK_TARGETS)
                .on(LINK_TARGETS
                        .ORGANIZATION_ID
                        .eq(ORGANIZATIONS.ORGANIZATION_ID)
                        .and(LINK_TARGETS.OCCASION_ID.eq(occasion))
                        .and(LINK_TARGETS.URL_DIGEST.in(digests)))
                .where(ORGANIZATIONS.ORGANIZATION_ID.eq(organizationId))
                .fetch();
        Map<String, LinkTargetId> targets = new HashMap<>();
        rows.stream()
                .filter(row -> row.get(LINK_TARGETS.LINK_TARGET_ID) != null)
                .forEach(row -> targets.put(row.get(LINK_TARGETS.URL_DIGEST), row.get(LINK_TARGETS.LINK_TARGET_ID)));
        var first = rows.getFirst();
        return new Known(LinkSettingsStore.settings(first), targets, first.get(taken), first.get(loops));
    }

    Map<String, LinkTargetId> make(
            OrganizationId organizationId, long occasion, List<WebAddress> addresses, Instant now) {
        // In one order, so that two texts with the same new addresses wait for each other instead of locking crosswise.
        var ordered = addresses.stream()
                .sorted(Comparator.comparing(WebAddress::digest))
                .toList();
        var insert = db.insertInto(
                LINK_TARGETS,
                LINK_TARGETS.LINK_TARGET_ID,
                LINK_TARGETS.ORGANIZATION_ID,
                LINK_TARGETS.OCCASION_ID,
                LINK_TARGETS.URL,
                LINK_TARGETS.URL_DIGEST,
                LINK_TARGETS.CREATED_AT);
        for (var address : ordered)
            insert = insert.values(
                    new LinkTargetId(Id.next()), organizationId, occasion, address.url(), address.digest(), now);
        // Someone else's text may have been the first with this address.
        insert.onDuplicateKeyIgnore().execute();
        return db.select(LINK_TARGETS.URL_DIGEST, LINK_TARGETS.LINK_TARGET_ID)
                .from(LINK_TARGETS)
                .where(LINK_TARGETS.ORGANIZATION_ID.eq(organizationId))
                .and(LINK_TARGETS.OCCASION_ID.eq(occasion))
                .and(LINK_TARGETS.URL_DIGEST.in(
                        ordered.stream().map(WebAddress::digest).toList()))
                .fetchMap(LINK_TARGETS.URL_DIGEST, LINK_TARGETS.LINK_TARGET_ID);
    }

    /** Newest first; the page's targets are picked before their links are counted. */
    Page<LinkRow> page(OrganizationId organizationId, long occasion, Page.Wanted wanted) {
        var after = wanted.after().map(text -> new LinkTargetId(Id.parse("after", text)));
        var page = db.select(LINK_TARGETS.LINK_TARGET_ID, LINK_TARGETS.URL)
                .from(LINK_TARGETS)
                .where(LINK_TARGETS.ORGANIZATION_ID.eq(organizationId))
                .and(LINK_TARGETS.OCCASION_ID.eq(occasion))
                .and(after.map(LINK_TARGETS.LINK_TARGET_ID::lt).orElse(noCondition()))
                .orderBy(LINK_TARGETS.LINK_TARGET_ID.desc())
                .limit(wanted.size() + 1)
                .asTable("page");
        var id = page.field(LINK_TARGETS.LINK_TARGET_ID);
        var url = page.field(LINK_TARGETS.URL);
        var sent = count(LINKS.LINK_TARGET_ID);
        var people = countDistinct(when(LINKS.CLICKED_AT.isNotNull(), LINKS.SUPPORTER_ID));
        Field<BigDecimal> clicks = sum(LINKS.CLICKS);
        Field<BigDecimal> scans = sum(LINKS.SCANS);
        List<LinkRow> rows = db.select(id, url, sent, people, clicks, scans)
                .from(page)
                .leftJoin(LINKS)
                .on(LINKS.LINK_TARGET_ID.eq(id))
                .groupBy(id, url)
                .orderBy(id.desc())
                .fetch(row -> new LinkRow(
                        row.get(id),
                        row.get(url),
                        row.get(sent),
                        row.get(people),
                        number(row.get(clicks)),
                        number(row.get(scans))));
        boolean more = rows.size() > wanted.size();
        var shown = more ? rows.subList(0, wanted.size()) : rows;
        return new Page<>(
                shown, more ? Optional.of(shown.getLast().linkTargetId().text()) : Optional.empty());
    }

    private static long number(@org.jspecify.annotations.Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValue();
    }
}
