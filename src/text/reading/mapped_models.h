// The models as the engine's own parts see them. Everybody else uses reader.h.

#pragma once

#include <memory>

#include "text/language/language.h"
#include "text/reading/reader.h"
#include "text/reading/weights.h"

namespace rapport {

class MappedModels final : public Models {
 public:
  MappedModels(std::shared_ptr<const Weights> of_reading,
               std::shared_ptr<const LanguageModel> of_language)
      : weights(std::move(of_reading)), language(std::move(of_language)) {}

  // Of `models`, which come from Models::open.
  static const MappedModels& of(const Models& models) {
    return static_cast<const MappedModels&>(models);
  }

  std::uint32_t version() const override { return weights->version(); }
  std::size_t bytes() const override { return weights->bytes() + language->bytes(); }

  const std::shared_ptr<const Weights> weights;
  const std::shared_ptr<const LanguageModel> language;
};

}  // namespace rapport
