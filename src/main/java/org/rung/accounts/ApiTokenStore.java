package org.rung.accounts;

import static org.rung.db.Tables.API_TOKENS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.rung.common.Actor;
import org.rung.common.ApiTokenId;
import org.rung.common.OrganizationId;
import org.rung.common.Scopes;
import org.springframework.stereotype.Repository;

@Repository
class ApiTokenStore {
    private final DSLContext database;

    ApiTokenStore(DSLContext database) {
        this.database = database;
    }

    Optional<Actor.Token> actor(String hash) {
        return database.select(API_TOKENS.ORGANIZATION_ID, API_TOKENS.API_TOKEN_ID, API_TOKENS.SCOPES)
                .from(API_TOKENS)
                .where(API_TOKENS.TOKEN_HASH.eq(hash))
                .and(API_TOKENS.REVOKED_AT.isNull())
                .fetchOptional(Records.mapping(Actor.Token::new));
    }

    List<ApiToken> all(OrganizationId organizationId, int most) {
        return database.select(
                        API_TOKENS.API_TOKEN_ID,
                        API_TOKENS.NAME,
                        API_TOKENS.TOKEN_START,
                        API_TOKENS.SCOPES,
                        API_TOKENS.MADE_BY_MEMBER_ID.convertFrom(Optional::ofNullable),
                        API_TOKENS.CREATED_AT,
                        API_TOKENS.USED_AT.convertFrom(Optional::ofNullable),
                        API_TOKENS.REVOKED_AT.convertFrom(Optional::ofNullable))
                .from(API_TOKENS)
                .where(API_TOKENS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(API_TOKENS.CREATED_AT.desc(), API_TOKENS.API_TOKEN_ID.desc())
                .limit(most)
                .fetch(Records.mapping(ApiToken::new));
    }

    void insert(ApiTokenId id, Actor actor, String name, LinkWord word, String start, Scopes scopes, Instant now) {
        database.insertInto(API_TOKENS)
                .set(API_TOKENS.API_TOKEN_ID, id)
                .set(API_TOKENS.ORGANIZATION_ID, actor.organization())
                .set(API_TOKENS.NAME, name)
                .set(API_TOKENS.TOKEN_HASH, word.hash())
                .set(API_TOKENS.TOKEN_START, start)
                .set(API_TOKENS.SCOPES, scopes)
                .set(API_TOKENS.MADE_BY_MEMBER_ID, actor.member().orElse(null))
                .set(API_TOKENS.CREATED_AT, now)
                .execute();
    }

    void used(ApiTokenId apiTokenId, Instant now) {
        database.update(API_TOKENS)
                .set(API_TOKENS.USED_AT, now)
                .where(API_TOKENS.API_TOKEN_ID.eq(apiTokenId))
                .and(API_TOKENS.USED_AT.isNull().or(API_TOKENS.USED_AT.lt(now)))
                .execute();
    }

    boolean exists(OrganizationId organizationId, ApiTokenId apiTokenId) {
        return database.fetchExists(database.selectOne()
                .from(API_TOKENS)
                .where(API_TOKENS.ORGANIZATION_ID.eq(organizationId))
                .and(API_TOKENS.API_TOKEN_ID.eq(apiTokenId)));
    }

    /** False when it was revoked before. */
    boolean revoke(OrganizationId organizationId, ApiTokenId apiTokenId, Instant now) {
        return database.update(API_TOKENS)
                        .set(API_TOKENS.REVOKED_AT, now)
                        .where(API_TOKENS.ORGANIZATION_ID.eq(organizationId))
                        .and(API_TOKENS.API_TOKEN_ID.eq(apiTokenId))
                        .and(API_TOKENS.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }
}
