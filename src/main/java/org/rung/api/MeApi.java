package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Token", description = "Whose token this is and what it may do")
class MeApi {
    private final Organizations organizations;

    MeApi(Organizations organizations) {
        this.organizations = organizations;
    }

    @GetMapping
    @Operation(summary = "What this token may do, and where")
    Me me(Actor.Token token) {
        var organization = organizations.get(token.organization());
        return new Me(
                token.apiTokenId().text(),
                token.scopes().all().stream().toList(),
                new Place(
                        organization.organizationId().text(),
                        organization.name(),
                        organization.country(),
                        organization.zone().getId(),
                        organization.language()));
    }

    @Schema(name = "Me")
    record Me(
            @Schema(description = "The token's id; never its text.", example = "0QKDP6Y8R9T3V")
            String token,

            @Schema(description = "What it may do.") List<Permission> scopes,
            Place organization) {}

    @Schema(name = "Organization")
    record Place(
            @Schema(example = "0QKDP6Y8R9T3V") String id,
            @Schema(example = "River Valley Tenants") String name,

            @Schema(description = "ISO 3166; numbers without a country are read there.", example = "US")
            String country,

            @Schema(example = "America/Los_Angeles") String zone,
            @Schema(example = "en") String language) {}
}
