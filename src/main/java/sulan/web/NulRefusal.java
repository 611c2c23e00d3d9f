package sulan.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses with a NUL in them before anything is looked up: PostgreSQL takes none, and no honest link has one. */
class NulRefusal {

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().toString().contains("%00")) {
            throw new BadRequestException("NUL in the address");
        }
    }
}
