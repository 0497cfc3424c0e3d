package org.rung.common;

import java.util.Optional;

/** Who acts, always inside one organization. Every call of a front door takes one. */
public sealed interface Actor {
    OrganizationId organization();

    boolean may(Permission permission);

    /** For ledgers and logs: MEMBER, TOKEN or SYSTEM. */
    String kind();

    /** The member's or token's id; empty for the system. */
    Optional<Long> id();

    /** @throws Problem.Refused in words a person can act on */
    default void must(Permission permission) {
        if (!may(permission)) {
            throw new Problem.Refused("problem.permission", Sentence.of("accounts.scope." + permission));
        }
    }

    default Optional<MemberId> member() {
        return this instanceof Member member ? Optional.of(member.memberId()) : Optional.empty();
    }

    /** A person signed in. */
    record Member(OrganizationId organization, MemberId memberId, Roles roles) implements Actor {
        @Override
        public boolean may(Permission permission) {
            return roles.may(permission);
        }

        @Override
        public String kind() {
            return "MEMBER";
        }

        @Override
        public Optional<Long> id() {
            return Optional.of(memberId.value());
        }
    }

    /** Another program. */
    record Token(OrganizationId organization, ApiTokenId apiTokenId, Scopes scopes) implements Actor {
        @Override
        public boolean may(Permission permission) {
            return scopes.all().contains(permission);
        }

        @Override
        public String kind() {
            return "TOKEN";
        }

        @Override
        public Optional<Long> id() {
            return Optional.of(apiTokenId.value());
        }
    }

    /** Webhooks and jobs. */
    record System(OrganizationId organization) implements Actor {
        @Override
        public boolean may(Permission permission) {
            return true;
        }

        @Override
        public String kind() {
            return "SYSTEM";
        }

        @Override
        public Optional<Long> id() {
            return Optional.empty();
        }
    }
}
