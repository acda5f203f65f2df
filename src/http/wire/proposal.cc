#include "http/wire/proposal.h"

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {

std::string proposal_json(const Proposal& proposal) {
  return json::serialize(json::object{{"id", id_json(proposal.id)},
                                      {"post_id", id_json(proposal.post)},
                                      {"text", proposal.text},
                                      {"model", proposal.model},
                                      {"at", time_json(proposal.at)}});
}

Result<PostId> read_proposal(std::string_view text) {
  BodyReader body(text);
  const auto post = body.id<PostId>("post_id");
  RAPPORT_TRY(body.finish());
  return post;
}

std::vector<schema::Named> proposal_schemas() {
  using namespace schema;
  return {
      {"ProposalBody", object({{"post_id", id()}})},
      {"Proposal",
       object(
           {{"id", id()}, {"post_id", id()}, {"text", text()}, {"model", text()}, {"at", time()}})},
  };
}

}  // namespace rapport
