// What is learned, asked about texts that were held out.

#pragma once

#include <array>
#include <vector>

#include "corpus.h"
#include "learn.h"
#include "text/language/language.h"
#include "text/language/model_file.h"

namespace rapport {

// The slopes that make p the share of right answers, by length.
void calibrate(Group& group, const Learned& learned, const std::vector<float>& bias,
               std::array<float, kLengths>& slopes, const std::vector<Held>& held,
               const LetterTables& tables);

// Prints how much of it the model says right, by kind of text, and what it takes for what.
void measure(const LanguageModel& model, const std::vector<Held>& held);

}  // namespace rapport
