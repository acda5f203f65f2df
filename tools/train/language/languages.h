// Which languages are told apart, and how likely each is before anything is read.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "text/language/model_file.h"

namespace rapport {

// By the script they share.
extern const std::vector<std::vector<std::string>> kGroupLanguages;

// Those that their script tells alone.
extern const std::map<Script, std::string> kOnly;

// To measure on.
extern const std::vector<std::string> kMajor;

// What is added to a language's score, as a prior: most posts are in few languages, and some are
// rare beside a neighbour that shares most of their words.
float prior_of(const std::string& tag);

}  // namespace rapport
